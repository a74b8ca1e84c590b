namespace MountainVillage;

/// <summary>Counts nothing itself: what courses count already, of this type alone, is a line of the report.</summary>
internal sealed class MountainVillageFigures : IFigures
{
    public IReadOnlyList<Measure> Measures => [];

    public IReadOnlyList<OwnFigure> OwnFigures => [new("mountain-village.days", "山の学校の開催回数", "回", "course.sessions", MountainVillageDay.TypeKey)];

    public IAsyncEnumerable<Figure> InPeriodAsync(Period period, CancellationToken cancellation = default) => AsyncEnumerable.Empty<Figure>();

    public Task<IReadOnlyList<FigureSubject>> SubjectsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<FigureSubject>>([]);
}
