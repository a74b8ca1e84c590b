using Kominkan.Booking;
using Kominkan.Booking.Contracts;
using Kominkan.Booking.Data;
using Kominkan.Booking.Domain;
using Kominkan.Booking.Sample;
using Kominkan.Facilities.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Kominkan.Testing;

/// <summary>Rooms for hire as a test finds them: the sample city's rules, and who has hired.</summary>
public static class GivenRooms
{
    /// <summary>The sample's rules, made once: bands 9–12, 13–17, 18–22.</summary>
    public static async Task BookingRulesAsync(this KominkanApp app)
    {
        await app.HallAsync();
        await app.DoAsync(s => s.GetServices<ISampleLife>().OfType<SampleBookingRules>().Single().FillAsync(app.Clock.Today(), CancellationToken.None));
    }

    /// <summary>Somebody has hired a room of the hall for some evening, taken in at the desk; the id of the hire.</summary>
    public static async Task<Guid> HireAsync(this KominkanApp app, GivenHire given)
    {
        await app.BookingRulesAsync();
        var hall = await app.HallAsync(given.Hall);
        return await app.DoAsync(async services =>
        {
            var room = (await services.GetRequiredService<IRooms>().OfHallAsync(hall.Id)).First(r => r.Name == "研修室2");
            var openings = services.GetRequiredService<IOpeningCalendar>();
            var date = app.Clock.Today().AddDays(given.InDays);
            while (!(await openings.OnAsync(hall.Id, date)).IsOpen || await services.GetRequiredService<IRoomCalendar>().WhyNotAsync(new RoomSlot(room.Id, date, new(18, 0), new(20, 0))) is not null)
            {
                date = date.AddDays(1);
            }

            var hirer = new Hirer { FamilyName = given.Family, GivenName = given.Given, FamilyKana = given.FamilyKana, GivenKana = given.GivenKana, Phone = given.Phone, Mail = given.Mail, GroupName = given.Group };
            var order = new Order(HireChannel.Counter, UserClass.Group, [], hirer, given.Purpose, 5, Guid.NewGuid());
            return (await services.GetRequiredService<TakeHire>().TakeInAsync(room, new RoomSlot(room.Id, date, new(18, 0), new(20, 0)), order)).Id;
        });
    }
}

/// <summary>A hire to begin with.</summary>
public sealed record GivenHire
{
    public string Hall { get; init; } = "1";

    public string Group { get; init; } = "みどり書道会";

    public string Family { get; init; } = "中村";

    public string Given { get; init; } = "恵子";

    public string FamilyKana { get; init; } = "ナカムラ";

    public string GivenKana { get; init; } = "ケイコ";

    public string Phone { get; init; } = "090-0000-0001";

    public string Mail { get; init; } = "";

    public string Purpose { get; init; } = "書道の練習";

    public int InDays { get; init; } = 3;
}
