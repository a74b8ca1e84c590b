using Kominkan.Facilities.Contracts;
using Kominkan.Facilities.Data;
using Kominkan.Facilities.Domain;

namespace Kominkan.Facilities;

/// <summary>Answers other modules from memory.</summary>
internal sealed class FacilitiesDirectory(Seen seen, TimeProvider clock) : IHallDirectory, IRooms, IOpeningCalendar
{
    public async ValueTask<HallDirectory> GetAsync(CancellationToken cancellation = default) =>
        (await seen.GetAsync(cancellation)).HallsOn(clock.Today());

    public async ValueTask<IReadOnlyList<Room>> OfHallAsync(Guid hallId, CancellationToken cancellation = default) =>
        (await seen.GetAsync(cancellation)).RoomsOn(clock.Today(), hallId);

    public async ValueTask<Room?> FindAsync(Guid roomId, CancellationToken cancellation = default) =>
        (await seen.GetAsync(cancellation)).FindRoom(roomId);

    public async ValueTask<Opening> OnAsync(Guid hallId, DateOnly date, CancellationToken cancellation = default) =>
        (await seen.GetAsync(cancellation)).OpeningOn(hallId, OpeningPart.Hall, date);

    public async ValueTask<Opening> LibraryOnAsync(Guid hallId, DateOnly date, CancellationToken cancellation = default) =>
        (await seen.GetAsync(cancellation)).OpeningOn(hallId, OpeningPart.Library, date);

    public string? HolidayOn(DateOnly date) => NationalHolidays.NameOn(date);
}
