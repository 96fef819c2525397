#!/bin/sh
# Legt die Sammlung an, in die alle Entwürfe ablegen und die nur das Konto "verwaltung" liest. Noch einmal aufgerufen, setzt es
# Schema und Rechte neu und lässt die Entwürfe liegen. (Makes the collection; called again, it sets schema and permissions anew.)
#
#     PASSWORD=… sh setup.sh [http://127.0.0.1:8888/v1]
set -eu
kinto=${1:-http://127.0.0.1:8888/v1}
folder=$(dirname "$0")

put() {
    # Das Passwort geht über die Standardeingabe und steht in keiner Liste der laufenden Programme.
    printf 'user = "verwaltung:%s"\n' "$PASSWORD" |
        curl --config - --silent --show-error --fail --output /dev/null \
            --request PUT --header "Content-Type: application/json" --data "$2" "$kinto$1"
}

put /buckets/haushalt '{ "permissions": {} }'
put /buckets/haushalt/collections/entwuerfe \
    "{ \"data\": { \"schema\": $(cat "$folder/schema.json") }, \"permissions\": { \"record:create\": [\"system.Everyone\"] } }"
echo "$kinto/buckets/haushalt/collections/entwuerfe"
