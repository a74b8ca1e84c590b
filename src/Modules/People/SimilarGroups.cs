using Kominkan.People.Data;
using Kominkan.People.Domain;
using Microsoft.EntityFrameworkCore;

namespace Kominkan.People;

/// <summary>Groups that may be the same one under another name: to get more places or cheaper rooms.</summary>
internal sealed class SimilarGroups(PeopleDb db)
{
    public async Task<IReadOnlyList<SimilarGroup>> ToAsync(Group group, CancellationToken cancellation)
    {
        var roster = group.Roster.Select(m => m.PersonId).ToList();
        var shared = await db.GroupMembers.Where(m => m.GroupId != group.Id && m.LeftOn == null && roster.Contains(m.PersonId))
            .Select(m => new { m.GroupId, m.PersonId, m.Role }).ToListAsync(cancellation);
        var ids = shared.Select(m => m.GroupId).Distinct().ToList();
        var others = await db.Groups.AsNoTracking().Where(g => g.Id != group.Id && (ids.Contains(g.Id) || (group.PhoneKey != "" && g.PhoneKey == group.PhoneKey)))
            .Select(g => new { g.Id, g.Details.Name, g.PhoneKey, Size = g.Members.Count(m => m.LeftOn == null) }).ToListAsync(cancellation);
        var found = new List<SimilarGroup>();
        foreach (var other in others)
        {
            var members = shared.Where(m => m.GroupId == other.Id).ToList();
            List<string> why = [];
            if (members.Exists(m => m.Role == GroupRole.Representative && m.PersonId == group.Representative?.PersonId))
            {
                why.Add("代表者が同じ");
            }

            if (group.PhoneKey.Length > 0 && group.PhoneKey == other.PhoneKey)
            {
                why.Add("電話番号が同じ");
            }

            // Half of the smaller roster: friends in two circles are no twins.
            if (members.Count > 1 && 2 * members.Count >= Math.Min(roster.Count, other.Size))
            {
                why.Add($"会員が{members.Count}人同じ");
            }

            if (why.Count > 0)
            {
                found.Add(new SimilarGroup(other.Id, other.Name, string.Join("、", why)));
            }
        }

        return [.. found.OrderByDescending(f => f.Why.Length)];
    }
}

/// <param name="Why">What they share, in Japanese.</param>
internal sealed record SimilarGroup(Guid Id, string Name, string Why);
