using Kominkan.Booking.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Kominkan.Booking.Data;

/// <summary>How ties to the city, and what was seen of them, are kept.</summary>
internal partial class BookingDb
{
    private void MapTies(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<TieRule>(tie =>
        {
            tie.Ignore(t => t.Subject).Ignore(t => t.PaperList).Ignore(t => t.Tie);
            tie.HasIndex(t => new { t.Code, t.ValidFrom }).IsUnique();
            tie.Property(t => t.Name).HasMaxLength(TieRule.LongestName);
            tie.Property(t => t.Papers).HasMaxLength(TieRule.LongestPapers);
            tie.Property(t => t.Surcharge).HasMaxLength(40);
            tie.Property(t => t.Article).HasMaxLength(80);
        });
        modelBuilder.Entity<TieEvidence>(seen =>
        {
            seen.ToTable("TieEvidence");
            seen.HasQueryFilter(e => Scope.IsEverywhere || Scope.Halls.Contains(e.HallId));
            seen.HasIndex(e => e.HireId);
            seen.HasIndex(e => new { e.PartyKey, e.PhoneKey });
            seen.HasIndex(e => e.PersonId);
            seen.HasIndex(e => e.ValidTo);
            seen.Property(e => e.Paper).HasMaxLength(TieRule.LongestPaper);
        });
    }

    private static void MapTie(ComplexPropertyBuilder<HirerTie> tie)
    {
        tie.Ignore(t => t.Wishes);
        tie.Property(t => t.Name).HasMaxLength(TieRule.LongestName);
        tie.Property(t => t.Surcharge).HasMaxLength(40);
    }
}
