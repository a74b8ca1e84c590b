namespace Kominkan.Reporting.Pages.Reporting.Staff;

/// <summary>A plan as it is typed in.</summary>
internal sealed class PlanInput
{
    public List<PlanLineInput> Lines { get; set; } = [];
}

/// <summary>One figure of it; without a number it is not planned.</summary>
internal sealed class PlanLineInput
{
    public string Key { get; set; } = "";

    public long? Value { get; set; }
}
