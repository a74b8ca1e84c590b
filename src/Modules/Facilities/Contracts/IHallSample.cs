namespace Kominkan.Facilities.Contracts;

/// <summary>The sample city's buildings, for whoever fills a fresh database.</summary>
public interface IHallSample
{
    /// <summary>
    /// Brings the wards, halls, branches, rooms and opening rules of the sample city into the database, valid since
    /// 1 April 2012. Does nothing when there are halls already. Call it in a transaction; the contracts of this module
    /// know the halls from then on within the same scope.
    /// </summary>
    Task EnsureHallsAsync(CancellationToken cancellation = default);
}
