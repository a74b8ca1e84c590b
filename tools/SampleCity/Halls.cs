using System.Globalization;
using System.Text.Json;

namespace Kominkan.SampleCity;

/// <summary>The city's halls and branches, and which of them the report names as places of a program.</summary>
internal sealed class Halls
{
    // The report says that twelve halls have a children's hall or room, and not which: these are invented.
    private static readonly HashSet<int> WithChildrensRoom = [1, 3, 4, 6, 8, 9, 11, 12, 14, 16, 18, 19];

    private Halls(List<Hall> all) => All = all;

    public IReadOnlyList<Hall> All { get; }

    public IEnumerable<Hall> Main => All.Where(h => !h.IsBranch);

    public IEnumerable<Hall> ChallengeCentres => All.Where(h => h.IsChallengeCentre);

    public IEnumerable<Hall> UniversityVenues => All.Where(h => h.IsUniversityVenue);

    public IEnumerable<Hall> WithSalon => Main.Where(h => WithChildrensRoom.Contains(h.Order));

    public static Halls Read()
    {
        using var document = JsonDocument.Parse(Data.Open("halls.json"));
        var halls = new List<Hall>();
        foreach (var hall in document.RootElement.GetProperty("halls").EnumerateArray())
        {
            var isBranch = hall.GetProperty("kind").GetString() == "branch";
            var parent = isBranch ? hall.GetProperty("parentNo").GetInt32() : hall.GetProperty("no").GetInt32();
            var no = parent.ToString(CultureInfo.InvariantCulture);
            halls.Add(new Hall(
                isBranch ? $"{no}-{halls.Count(h => h.IsBranch && h.Order == parent) + 1}" : no,
                parent,
                isBranch,
                hall.GetProperty("name").GetString()!.Replace("熊本市", "", StringComparison.Ordinal).Replace("公民館", "", StringComparison.Ordinal),
                hall.GetProperty("childrensChallengeCentreH26").GetBoolean(),
                hall.GetProperty("universityLectureVenueH26").GetBoolean()));
        }

        return new Halls(halls);
    }
}

/// <param name="Order">Number of the hall; a branch has its hall's.</param>
/// <param name="Place">大江: the name without 公民館.</param>
internal sealed record Hall(string No, int Order, bool IsBranch, string Place, bool IsChallengeCentre, bool IsUniversityVenue)
{
    /// <summary>How busy it is: 0.7 to 1.3 for a hall, half of that for a branch.</summary>
    public double Weight => (0.7 + (Order * 7 % 13 * 0.05)) * (IsBranch ? 0.5 : 1);
}
