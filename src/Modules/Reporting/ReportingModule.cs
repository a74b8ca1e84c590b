using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Reporting;

/// <summary>Reporting.</summary>
public sealed class ReportingModule : IModule
{
    public string Name => "Reporting";

    public void AddServices(IServiceCollection services)
    {
    }
}
