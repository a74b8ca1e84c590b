using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Kominkan.Host;

/// <summary>Turns every permission of the modules into a policy of the same name.</summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options, Modules modules) : DefaultAuthorizationPolicyProvider(options)
{
    private readonly Dictionary<string, AuthorizationPolicy> policies = modules.Permissions
        .ToDictionary(p => p.Key, p => new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(p.Key)).Build());

    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        policies.GetValueOrDefault(policyName) ?? await base.GetPolicyAsync(policyName);
}

internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;

/// <summary>Lets in who holds the permission somewhere, and opens the request's scope to just those halls.</summary>
internal sealed class PermissionHandler(IGrants grants, HallScope scope) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var halls = await grants.HallsWhereAsync(context.User, requirement.Permission);
        if (!halls.IsEmpty)
        {
            scope.Open(halls);
            context.Succeed(requirement);
        }
    }
}
