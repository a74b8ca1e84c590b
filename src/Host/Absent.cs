using System.Security.Claims;

namespace Kominkan.Host;

/// <summary>What stands in for the module that knows accounts where it is switched off: the residents' pages work, the staff's are closed.</summary>
internal sealed class NobodySignsIn : IGrants
{
    public ValueTask<HallSet> HallsWhereAsync(ClaimsPrincipal user, string permission) => new(HallSet.Nowhere);
}

/// <summary>What stands in for the module that closes reports.</summary>
internal sealed class NothingIsClosed : IClosedPeriods
{
    public Task<IReadOnlyList<string>> AtAsync(DateOnly day, CancellationToken cancellation = default) => Task.FromResult<IReadOnlyList<string>>([]);
}

/// <summary>What stands in for the module that knows halls.</summary>
internal sealed class NoHalls : IHallDirectory
{
    public ValueTask<HallDirectory> GetAsync(CancellationToken cancellation = default) => new(HallDirectory.Empty);
}

/// <summary>What stands in for the module that keeps the city's numbers.</summary>
internal sealed class RulesAsTheyBegan : ICityRules
{
    public ValueTask<int> OnAsync(CityRule rule, DateOnly day, CancellationToken cancellation = default) => new(rule.Initial);
}

/// <summary>What stands in for the module that keeps the audit: the log, which holds no names either.</summary>
internal sealed class AuditInTheLog(IHttpContextAccessor http, ILogger<AuditInTheLog> log) : IAudit
{
    public Task SawAsync(Sight sight, CancellationToken cancellation = default)
    {
        log.LogInformation("{Account} {Act} {What} {Subjects}", http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), sight.Act, sight.What, string.Join(' ', sight.Subjects.Select(s => s.Id)));
        return Task.CompletedTask;
    }
}
