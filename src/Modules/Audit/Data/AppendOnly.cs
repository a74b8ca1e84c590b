using Microsoft.EntityFrameworkCore;

namespace Kominkan.Audit.Data;

/// <summary>
/// The database itself refuses to change or to delete what was written, whoever asks, except what an open
/// <see cref="Domain.Purge"/> lets go.
/// </summary>
internal sealed class AppendOnly(AuditDb db, DatabaseSettings settings) : IAfterMigration
{
    public const int Triggers = 6;

    private const string Sqlite = """
        CREATE TRIGGER IF NOT EXISTS audit_keep_entries_changed BEFORE UPDATE ON "audit_Entries"
        BEGIN SELECT RAISE(ABORT, 'The audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_keep_entries_deleted BEFORE DELETE ON "audit_Entries"
        WHEN NOT EXISTS (SELECT 1 FROM "audit_Purges" p WHERE p."FinishedAt" IS NULL AND OLD."At" < p."Before")
        BEGIN SELECT RAISE(ABORT, 'The audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_keep_subjects_changed BEFORE UPDATE ON "audit_Subjects"
        BEGIN SELECT RAISE(ABORT, 'The audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_keep_subjects_deleted BEFORE DELETE ON "audit_Subjects"
        WHEN NOT EXISTS (SELECT 1 FROM "audit_Purges" p JOIN "audit_Entries" e ON e."Id" = OLD."EntryId" WHERE p."FinishedAt" IS NULL AND e."At" < p."Before")
        BEGIN SELECT RAISE(ABORT, 'The audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_keep_purges_changed BEFORE UPDATE ON "audit_Purges"
        WHEN OLD."FinishedAt" IS NOT NULL OR NEW."FinishedAt" IS NULL OR NEW."Id" <> OLD."Id" OR NEW."Before" <> OLD."Before" OR NEW."StartedAt" <> OLD."StartedAt"
        BEGIN SELECT RAISE(ABORT, 'The audit is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS audit_keep_purges_deleted BEFORE DELETE ON "audit_Purges"
        BEGIN SELECT RAISE(ABORT, 'The audit is append-only'); END;
        """;

    private const string Postgres = """
        CREATE OR REPLACE FUNCTION audit.keep() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'Entries' THEN
            IF EXISTS (SELECT 1 FROM audit."Purges" p WHERE p."FinishedAt" IS NULL AND OLD."At" < p."Before") THEN RETURN OLD; END IF;
          ELSIF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'Subjects' THEN
            IF EXISTS (SELECT 1 FROM audit."Purges" p JOIN audit."Entries" e ON e."Id" = OLD."EntryId" WHERE p."FinishedAt" IS NULL AND e."At" < p."Before") THEN RETURN OLD; END IF;
          ELSIF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'Purges' THEN
            IF OLD."FinishedAt" IS NULL AND NEW."FinishedAt" IS NOT NULL AND NEW."Id" = OLD."Id" AND NEW."Before" = OLD."Before" AND NEW."StartedAt" = OLD."StartedAt" THEN RETURN NEW; END IF;
          END IF;
          RAISE EXCEPTION 'The audit is append-only';
        END $body$;
        DO $body$
        DECLARE name text;
        BEGIN
          FOREACH name IN ARRAY ARRAY['Entries', 'Subjects', 'Purges'] LOOP
            IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'audit_keep_rows' AND tgrelid = format('audit.%I', name)::regclass) THEN
              EXECUTE format('CREATE TRIGGER audit_keep_rows BEFORE UPDATE OR DELETE ON audit.%I FOR EACH ROW EXECUTE FUNCTION audit.keep()', name);
            END IF;
            IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'audit_keep_table' AND tgrelid = format('audit.%I', name)::regclass) THEN
              EXECUTE format('CREATE TRIGGER audit_keep_table BEFORE TRUNCATE ON audit.%I FOR EACH STATEMENT EXECUTE FUNCTION audit.keep()', name);
            END IF;
          END LOOP;
        END $body$;
        """;

    private const string CountSqlite = """SELECT count(*) AS "Value" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit_keep_%'""";
    private const string CountPostgres = """SELECT count(*)::int AS "Value" FROM pg_trigger WHERE tgname LIKE 'audit_keep_%' AND tgenabled <> 'D'""";

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await CountAsync(cancellation) < Triggers)
        {
            await db.Database.ExecuteSqlRawAsync(settings.Provider == Provider.Sqlite ? Sqlite : Postgres, cancellation);
        }
    }

    /// <summary>How many of the triggers are there and awake.</summary>
    public Task<int> CountAsync(CancellationToken cancellation) =>
        db.Database.SqlQueryRaw<int>(settings.Provider == Provider.Sqlite ? CountSqlite : CountPostgres).SingleAsync(cancellation);
}
