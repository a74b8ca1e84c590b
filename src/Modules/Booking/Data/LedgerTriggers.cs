using Microsoft.EntityFrameworkCore;

namespace Kominkan.Booking.Data;

/// <summary>
/// The database itself writes each change of a slot down, in the transaction that makes it and whoever makes it, and refuses
/// to change or to delete what was written. Holds of a few minutes are left out. Numbers are those of <see cref="RoomUseKind"/>
/// and <see cref="Domain.SlotAct"/>.
/// </summary>
internal sealed class LedgerTriggers(BookingDb db, AppDatabase database) : IAfterMigration
{
    private const string Sqlite = """
        CREATE TRIGGER IF NOT EXISTS booking_ledger_keep_changed BEFORE UPDATE ON "booking_SlotChanges"
        WHEN OLD."No" IS NOT NULL OR NEW."No" IS NULL OR NEW."Id" <> OLD."Id" OR NEW."OccupancyId" <> OLD."OccupancyId" OR NEW."Act" <> OLD."Act" OR NEW."HallId" <> OLD."HallId"
          OR NEW."RoomId" <> OLD."RoomId" OR NEW."Date" <> OLD."Date" OR NEW."From" <> OLD."From" OR NEW."To" <> OLD."To" OR NEW."Kind" <> OLD."Kind"
        BEGIN SELECT RAISE(ABORT, 'The slot ledger is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS booking_ledger_keep_deleted BEFORE DELETE ON "booking_SlotChanges"
        BEGIN SELECT RAISE(ABORT, 'The slot ledger is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS booking_ledger_inserted AFTER INSERT ON "booking_Occupancies"
        WHEN NEW."Kind" <> 0 AND NEW."ReleasedAt" IS NULL
        BEGIN
          INSERT INTO "booking_SlotChanges" ("OccupancyId", "Act", "HallId", "RoomId", "Date", "From", "To", "Kind")
          VALUES (NEW."Id", NEW."ExpiresAt" IS NULL, NEW."HallId", NEW."RoomId", NEW."Date", NEW."From", NEW."To", NEW."Kind");
        END;
        CREATE TRIGGER IF NOT EXISTS booking_ledger_begun AFTER UPDATE ON "booking_Occupancies"
        WHEN NEW."Kind" <> 0 AND NEW."ReleasedAt" IS NULL AND (OLD."Kind" = 0 OR OLD."ReleasedAt" IS NOT NULL OR (
          NEW."RoomId" = OLD."RoomId" AND NEW."Date" = OLD."Date" AND NEW."From" = OLD."From" AND NEW."To" = OLD."To"
          AND (NEW."Kind" <> OLD."Kind" OR (NEW."ExpiresAt" IS NULL) <> (OLD."ExpiresAt" IS NULL))))
        BEGIN
          INSERT INTO "booking_SlotChanges" ("OccupancyId", "Act", "HallId", "RoomId", "Date", "From", "To", "Kind")
          VALUES (NEW."Id", NEW."ExpiresAt" IS NULL, NEW."HallId", NEW."RoomId", NEW."Date", NEW."From", NEW."To", NEW."Kind");
        END;
        CREATE TRIGGER IF NOT EXISTS booking_ledger_moved AFTER UPDATE ON "booking_Occupancies"
        WHEN OLD."Kind" <> 0 AND OLD."ReleasedAt" IS NULL AND NEW."Kind" <> 0 AND NEW."ReleasedAt" IS NULL
          AND (NEW."RoomId" <> OLD."RoomId" OR NEW."Date" <> OLD."Date" OR NEW."From" <> OLD."From" OR NEW."To" <> OLD."To")
        BEGIN
          INSERT INTO "booking_SlotChanges" ("OccupancyId", "Act", "HallId", "RoomId", "Date", "From", "To", "Kind")
          VALUES (OLD."Id", 2, OLD."HallId", OLD."RoomId", OLD."Date", OLD."From", OLD."To", OLD."Kind");
          INSERT INTO "booking_SlotChanges" ("OccupancyId", "Act", "HallId", "RoomId", "Date", "From", "To", "Kind")
          VALUES (NEW."Id", 3, NEW."HallId", NEW."RoomId", NEW."Date", NEW."From", NEW."To", NEW."Kind");
        END;
        CREATE TRIGGER IF NOT EXISTS booking_ledger_ended AFTER UPDATE ON "booking_Occupancies"
        WHEN OLD."Kind" <> 0 AND OLD."ReleasedAt" IS NULL AND (NEW."Kind" = 0 OR NEW."ReleasedAt" IS NOT NULL)
        BEGIN
          INSERT INTO "booking_SlotChanges" ("OccupancyId", "Act", "HallId", "RoomId", "Date", "From", "To", "Kind")
          VALUES (OLD."Id", 4, OLD."HallId", OLD."RoomId", OLD."Date", OLD."From", OLD."To", OLD."Kind");
        END;
        CREATE TRIGGER IF NOT EXISTS booking_ledger_deleted AFTER DELETE ON "booking_Occupancies"
        WHEN OLD."Kind" <> 0 AND OLD."ReleasedAt" IS NULL
        BEGIN
          INSERT INTO "booking_SlotChanges" ("OccupancyId", "Act", "HallId", "RoomId", "Date", "From", "To", "Kind")
          VALUES (OLD."Id", 4, OLD."HallId", OLD."RoomId", OLD."Date", OLD."From", OLD."To", OLD."Kind");
        END;
        """;

    private const string Postgres = """
        CREATE OR REPLACE FUNCTION booking.keep_ledger() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
          IF TG_OP = 'UPDATE' THEN
            IF OLD."No" IS NULL AND NEW."No" IS NOT NULL AND (NEW."Id", NEW."OccupancyId", NEW."Act", NEW."HallId", NEW."RoomId", NEW."Date", NEW."From", NEW."To", NEW."Kind")
              = (OLD."Id", OLD."OccupancyId", OLD."Act", OLD."HallId", OLD."RoomId", OLD."Date", OLD."From", OLD."To", OLD."Kind") THEN RETURN NEW; END IF;
          END IF;
          RAISE EXCEPTION 'The slot ledger is append-only';
        END $body$;
        CREATE OR REPLACE FUNCTION booking.write_ledger() RETURNS trigger LANGUAGE plpgsql AS $body$
        DECLARE
          was boolean := false;
          stays boolean := false;
        BEGIN
          IF TG_OP <> 'INSERT' THEN was := OLD."Kind" <> 0 AND OLD."ReleasedAt" IS NULL; END IF;
          IF TG_OP <> 'DELETE' THEN stays := NEW."Kind" <> 0 AND NEW."ReleasedAt" IS NULL; END IF;
          IF was AND NOT stays THEN
            INSERT INTO booking."SlotChanges" ("OccupancyId", "Act", "HallId", "RoomId", "Date", "From", "To", "Kind")
            VALUES (OLD."Id", 4, OLD."HallId", OLD."RoomId", OLD."Date", OLD."From", OLD."To", OLD."Kind");
          ELSIF was AND (NEW."RoomId", NEW."Date", NEW."From", NEW."To") <> (OLD."RoomId", OLD."Date", OLD."From", OLD."To") THEN
            INSERT INTO booking."SlotChanges" ("OccupancyId", "Act", "HallId", "RoomId", "Date", "From", "To", "Kind")
            VALUES (OLD."Id", 2, OLD."HallId", OLD."RoomId", OLD."Date", OLD."From", OLD."To", OLD."Kind"), (NEW."Id", 3, NEW."HallId", NEW."RoomId", NEW."Date", NEW."From", NEW."To", NEW."Kind");
          ELSIF stays AND (NOT was OR NEW."Kind" <> OLD."Kind" OR (NEW."ExpiresAt" IS NULL) <> (OLD."ExpiresAt" IS NULL)) THEN
            INSERT INTO booking."SlotChanges" ("OccupancyId", "Act", "HallId", "RoomId", "Date", "From", "To", "Kind")
            VALUES (NEW."Id", (NEW."ExpiresAt" IS NULL)::int, NEW."HallId", NEW."RoomId", NEW."Date", NEW."From", NEW."To", NEW."Kind");
          END IF;
          RETURN NULL;
        END $body$;
        CREATE OR REPLACE TRIGGER booking_ledger_keep_rows BEFORE UPDATE OR DELETE ON booking."SlotChanges" FOR EACH ROW EXECUTE FUNCTION booking.keep_ledger();
        CREATE OR REPLACE TRIGGER booking_ledger_keep_table BEFORE TRUNCATE ON booking."SlotChanges" FOR EACH STATEMENT EXECUTE FUNCTION booking.keep_ledger();
        CREATE OR REPLACE TRIGGER booking_ledger_write AFTER INSERT OR UPDATE OR DELETE ON booking."Occupancies" FOR EACH ROW EXECUTE FUNCTION booking.write_ledger();
        """;

    /// <summary>What was there before there was a ledger is its beginning.</summary>
    private const string Begin = """
        INSERT INTO {0}SlotChanges" ("OccupancyId", "Act", "HallId", "RoomId", "Date", "From", "To", "Kind")
        SELECT o."Id", CASE WHEN o."ExpiresAt" IS NULL THEN 1 ELSE 0 END, o."HallId", o."RoomId", o."Date", o."From", o."To", o."Kind"
        FROM {0}Occupancies" o WHERE o."Kind" <> 0 AND o."ReleasedAt" IS NULL ORDER BY o."Id"
        """;

    private const string CountSqlite = """SELECT count(*) AS "Value" FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'booking_ledger_%'""";
    private const string CountPostgres = """SELECT count(*)::int AS "Value" FROM pg_trigger WHERE tgname LIKE 'booking_ledger_%' AND tgenabled <> 'D'""";

    private bool IsSqlite => database.Provider == Provider.Sqlite;

    public async Task RunAsync(CancellationToken cancellation)
    {
        if (await MissingAsync(cancellation) > 0)
        {
            await database.InTransactionAsync(async () =>
            {
                await db.Database.ExecuteSqlRawAsync(IsSqlite ? Sqlite : Postgres, cancellation);
                if (!await db.SlotChanges.AnyAsync(cancellation))
                {
                    await db.Database.ExecuteSqlRawAsync(Begin.Replace("{0}", IsSqlite ? "\"booking_" : "booking.\"", StringComparison.Ordinal), cancellation);
                }
            }, cancellation);
        }
    }

    /// <summary>How many of the triggers are gone or asleep.</summary>
    public async Task<int> MissingAsync(CancellationToken cancellation) =>
        (IsSqlite ? 7 : 3) - await db.Database.SqlQueryRaw<int>(IsSqlite ? CountSqlite : CountPostgres).SingleAsync(cancellation);
}
