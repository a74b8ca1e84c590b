namespace Kominkan.Privacy;

/// <summary>個人情報の請求 on a person's screen.</summary>
internal sealed class RequestsPanel : IPersonPanel
{
    public string Title => "個人情報の請求";

    public int Order => 90;

    public string? Permission => PrivacyModule.Requests;

    public Task<PersonPanel> LoadAsync(PersonKey person, CancellationToken cancellation) => Task.FromResult(new PersonPanel(
        [],
        [new("持っている情報を出す", $"/staff/privacy/{person.Id}", PrivacyModule.Requests), new("消去する", $"/staff/privacy/{person.Id}/erase", PrivacyModule.Requests)],
        "本人から開示や消去を求められたときに使います。"));
}
