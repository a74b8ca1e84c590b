namespace Kominkan.Booking.Domain;

/// <summary>
/// A room kept for a few minutes, and what somebody types meanwhile. Its id is the one-time key in their cookie: Back
/// works, and a second press leads to the same booking.
/// </summary>
internal sealed class HireDraft
{
    private HireDraft()
    {
    }

    public HireDraft(Room room, RoomSlot slot, UserClass userClass, DateTime expiresAt) =>
        (Id, HallId, RoomId, Date, From, To, UserClass, ExpiresAt) = (Guid.NewGuid(), room.HallId, room.Id, slot.Date, slot.From, slot.To, userClass, expiresAt); // v4: the id is a secret

    public Guid Id { get; private set; }

    public Guid HallId { get; private set; }

    public Guid RoomId { get; private set; }

    public DateOnly Date { get; private set; }

    public TimeOnly From { get; private set; }

    public TimeOnly To { get; private set; }

    public UserClass UserClass { get; private set; }

    /// <summary>Until when (UTC) the room is kept.</summary>
    public DateTime ExpiresAt { get; private set; }

    /// <summary>What was typed; empty before and after.</summary>
    public string Json { get; private set; } = "";

    /// <summary>What came of it.</summary>
    public Guid? HireId { get; private set; }

    public RoomSlot Slot => new(RoomId, Date, From, To);

    public void Write(string json) => Json = json;

    /// <summary>Tells one content from another, and nothing about it: two tabs share the draft, and each confirms what it shows.</summary>
    public string Mark() => Mark(Json);

    /// <summary>The same about what stands beside the content: its fee.</summary>
    public string Mark(string beside) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Id + beside)))[..16];

    /// <summary>Sent: what was typed is not kept twice.</summary>
    public void Sent(Guid hire) => (HireId, Json) = (hire, "");
}
