using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.SharedKernel;

/// <summary>
/// A module's table of contents. What the Host must know before it starts is a property here;
/// what others use at run time is registered in <see cref="AddServices"/>.
/// </summary>
public interface IModule
{
    /// <summary>The name in configuration (<c>Modules__Name__Enabled</c>) and of its folder under <c>src/Modules</c>.</summary>
    string Name { get; }

    void AddServices(IServiceCollection services);

    IEnumerable<Permission> Permissions => [];

    IEnumerable<MenuItem> Menu => [];

    IEnumerable<RecurringJob> Jobs => [];
}

/// <summary>What somebody may do. Pages name it in <c>[Authorize(key)]</c>; roles are sets of these.</summary>
/// <param name="Key">Stable, as stored in roles: <c>courses.manage</c>.</param>
/// <param name="Label">The words of the role page, in Japanese.</param>
/// <param name="DefaultRoles">Keys of the built-in roles (<see cref="RoleKeys"/>) that hold it until head office says otherwise.</param>
public sealed record Permission(string Key, string Label, params string[] DefaultRoles)
{
    /// <summary>What it does reaches every hall: it counts only when it is held for the whole city.</summary>
    public bool IsOfTheCity { get; init; }
}

/// <summary>Every permission of the modules that are on, for the page where roles are made of them.</summary>
public interface IPermissions
{
    IReadOnlyList<Permission> All { get; }
}

/// <summary>The roles every installation starts with; head office may change what they hold.</summary>
public static class RoleKeys
{
    public const string HeadOffice = "head-office";
    public const string HallManager = "hall-manager";
    public const string Counter = "counter";
    public const string Librarian = "librarian";
    public const string ChildrensHall = "childrens-hall";

    /// <summary>Plans a hall's or ward's months.</summary>
    public const string Scheduler = "scheduler";
    public const string WardOffice = "ward-office";

    /// <summary>Runs the machine; sees no residents.</summary>
    public const string Administrator = "administrator";

    /// <summary>Looks at everything's records, changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>講師, usually of courses of their own (<see cref="IOwnScope"/>).</summary>
    public const string Instructor = "instructor";

    /// <summary>サークル代表, of their own circle.</summary>
    public const string Representative = "representative";

    /// <summary>家庭教育学級の代表, of their own class.</summary>
    public const string ClassLeader = "class-leader";
    public const string VolunteerCoordinator = "volunteer-coordinator";
}

/// <summary>A line of the menu. Without a permission it stands in the residents' header, with one in the staff's.</summary>
/// <param name="Label">One or two words, in Japanese.</param>
/// <param name="Url">Absolute path of the page it opens.</param>
/// <param name="Permission">Key of the permission the page demands, or null for everybody.</param>
/// <param name="Order">Position from the left, in steps of ten.</param>
/// <param name="About">One sentence on what is done there. With it the line stands on the staff's page 管理, which is not everyday's work, instead of in the band.</param>
public sealed record MenuItem(string Label, string Url, string? Permission, int Order, string? About = null);

/// <summary>A job the Host starts by the clock, in Japan time. Jobs are sweeps over what is due and may run twice without harm.</summary>
/// <param name="Id">Stable id: <c>courses.close-recruitment</c>.</param>
/// <param name="Label">What it does, in Japanese, for the page of jobs.</param>
/// <param name="Cron">Five-field cron expression in Japan time.</param>
/// <param name="Job">A class that implements <see cref="IJob"/>.</param>
public sealed record RecurringJob(string Id, string Label, string Cron, Type Job);

/// <summary>One act of a <see cref="RecurringJob"/>; it runs in its own scope and opens its own transactions.</summary>
public interface IJob
{
    Task RunAsync(CancellationToken cancellation);
}

/// <summary>The jobs of the modules that are on, and the way to have one run before its time.</summary>
public interface IRecurringJobs
{
    IReadOnlyList<RecurringJob> All { get; }

    /// <summary>Has the job run as soon as a worker is free, once however often it was asked for meanwhile; on this or another host.</summary>
    /// <param name="askedBy">Who pressed the button, or the reason, for the book.</param>
    void RunSoon(string id, string askedBy);
}

/// <summary>The book of jobs: which period has been run, and by whom. Without it (its module is off) jobs run whenever the clock fires.</summary>
public interface IJobRuns
{
    /// <summary>Ids of the jobs whose last period nobody has run to its end or is at work on: missed, interrupted, or failed and due again.</summary>
    Task<IReadOnlyList<string>> DueAsync(CancellationToken cancellation);

    /// <summary>Does the work if nobody has done it for the job's last period, and writes down how it ended; never throws what the work throws.</summary>
    /// <param name="askedBy">Who wants it now, whatever the period; null for the clock.</param>
    Task RunAsync(string id, string? askedBy, Func<CancellationToken, Task> work, CancellationToken cancellation);
}
