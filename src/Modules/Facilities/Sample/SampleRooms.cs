using System.Globalization;
using Kominkan.Facilities.Domain;

namespace Kominkan.Facilities.Sample;

/// <summary>Invented rooms: large halls with a partition, small ones without, a library room in each.</summary>
internal static class SampleRooms
{
    private static readonly DateOnly Since = new(2012, 4, 1);

    private static readonly string[] Large = ["1", "4", "6", "15", "16"];

    /// <param name="Whole">Number of the room it is a part of.</param>
    private sealed record Row(string No, string Name, int Capacity, string? Whole = null);

    private static readonly Row[] LargeHall =
    [
        new("101", "大ホール", 240), new("101-1", "大ホール（東）", 120, "101"), new("101-2", "大ホール（西）", 120, "101"),
        new("110", "図書室", 40), new("201", "研修室1", 48), new("202", "研修室2", 30), new("203", "和室", 24), new("204", "調理室", 30), new("205", "工芸室", 24),
    ];

    private static readonly Row[] SmallHall =
    [
        new("101", "ホール", 120), new("110", "図書室", 24), new("201", "研修室1", 36), new("202", "研修室2", 24), new("203", "和室", 20),
    ];

    private static readonly Row[] Branch = [new("101", "集会室", 50), new("102", "和室", 16)];

    public static IEnumerable<MeetingRoom> Of(Hall hall)
    {
        var rows = hall.Kind == HallKind.Branch ? Branch : Large.Contains(hall.No) ? LargeHall : [.. SmallHall, .. Extra(hall.No)];
        var rooms = new List<MeetingRoom>();
        foreach (var row in rows)
        {
            rooms.Add(MeetingRoom.Make(hall.Id, row.No, row.Name, row.Capacity, Since, rooms, rooms.Find(r => r.No == row.Whole), row.Name == "図書室"));
        }

        return rooms;
    }

    /// <summary>Every second small hall has a kitchen, every third can divide its hall.</summary>
    private static IEnumerable<Row> Extra(string no)
    {
        var number = int.Parse(no, CultureInfo.InvariantCulture);
        if (number % 2 == 1)
        {
            yield return new("204", "調理室", 24);
        }

        if (number % 3 == 0)
        {
            yield return new("101-1", "ホール（前）", 70, "101");
            yield return new("101-2", "ホール（後ろ）", 50, "101");
        }
    }
}
