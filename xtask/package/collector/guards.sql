-- Was Kinto offen lässt, hält die Datenbank. Nach jedem "kinto migrate" ausführen: psql sammelstelle -f guards.sql
-- (What Kinto leaves open is held by the database. Run after each "kinto migrate".)

SET client_min_messages TO warning;

-- Höchstens so viele Versuche, einen Entwurf abzulegen; danach antwortet Kinto mit 503. Mehr zulassen:
--     ALTER SEQUENCE drafts_taken MAXVALUE 200000;
CREATE SEQUENCE IF NOT EXISTS drafts_taken MAXVALUE 100000 NO CYCLE;

CREATE OR REPLACE FUNCTION guard_draft() RETURNS trigger AS $$
BEGIN
    -- Ein Entwurf liegt unter seiner eigenen Nummer, also höchstens einmal.
    IF NEW.data->>'nonce' IS DISTINCT FROM NEW.id THEN
        RAISE EXCEPTION 'a draft lies under its own nonce' USING ERRCODE = 'check_violation';
    END IF;
    PERFORM nextval('drafts_taken');
    -- Den Zeitstempel gibt die Uhr der Datenbank. Ein mitgeschickter aus ferner Zukunft hielte alle anderen Entwürfe auf.
    NEW.last_modified := NULL;
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;

-- Vor dem Auslöser von Kinto: Gleichzeitige laufen in der Folge ihrer Namen.
CREATE OR REPLACE TRIGGER a_guard_draft BEFORE INSERT OR UPDATE OF data ON objects FOR EACH ROW
    WHEN (NEW.resource_name = 'record' AND NOT NEW.deleted) EXECUTE FUNCTION guard_draft();

CREATE OR REPLACE FUNCTION guard_permission() RETURNS trigger AS $$
BEGIN
    RAISE EXCEPTION 'a draft carries no permissions' USING ERRCODE = 'check_violation';
END;
$$ LANGUAGE plpgsql;

-- Niemand gibt einem einzelnen Entwurf Rechte mit, auch nicht dem eigenen.
CREATE OR REPLACE TRIGGER a_guard_permission BEFORE INSERT OR UPDATE ON access_control_entries FOR EACH ROW
    WHEN (NEW.object_id LIKE '/buckets/%/records/%') EXECUTE FUNCTION guard_permission();
