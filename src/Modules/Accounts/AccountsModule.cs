using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Accounts;

/// <summary>Accounts.</summary>
public sealed class AccountsModule : IModule
{
    public string Name => "Accounts";

    public void AddServices(IServiceCollection services)
    {
    }
}
