using System.Buffers.Text;
using System.Security.Cryptography;

namespace Kominkan.Booking.Domain;

/// <summary>Whether the paper in somebody's hand still holds.</summary>
internal enum PermitStanding
{
    /// <summary>有効</summary>
    Valid,

    /// <summary>変更: what was permitted has changed since, and mostly a newer version been written.</summary>
    Changed,

    /// <summary>取消</summary>
    Cancelled,

    /// <summary>終了: the time it was for is over.</summary>
    Over,
}

/// <summary>
/// 許可書の版: a permit as it was written. Lines of the fee are only ever added, so how many there were says what it cost; who
/// it is for stands with the hire alone, to be erased in one place.
/// </summary>
internal sealed class HirePermit
{
    public required Guid HireId { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>Stands in the picture on the paper: whoever holds it may ask whether it holds, and nobody can guess it.</summary>
    public required string Code { get; init; }

    public required Guid RoomId { get; init; }

    public required DateOnly Date { get; init; }

    public required TimeOnly From { get; init; }

    public required TimeOnly To { get; init; }

    public required string Bands { get; init; }

    /// <summary>How many lines the fee had.</summary>
    public required int Lines { get; init; }

    public required DateTime At { get; init; }

    public required string By { get; init; }

    public RoomSlot Slot => new(RoomId, Date, From, To);

    public static HirePermit Of(RoomHire hire, int version, string by, DateTime at) => new()
    {
        HireId = hire.Id,
        Version = version,
        Code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
        RoomId = hire.RoomId,
        Date = hire.Date,
        From = hire.From,
        To = hire.To,
        Bands = hire.Bands,
        Lines = hire.Fees.Count,
        At = at,
        By = by,
    };

    /// <summary>Whether it says what is so now.</summary>
    public bool Tells(RoomHire hire) => Slot == hire.Slot && Bands == hire.Bands && Lines == hire.Fees.Count;
}
