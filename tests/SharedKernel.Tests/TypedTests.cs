namespace Kominkan.SharedKernel.Tests;

public sealed class TypedTests
{
    [Theory]
    [InlineData("12", 12L)]
    [InlineData("１２", 12L)]
    [InlineData(" 1,000 ", 1000L)]
    [InlineData("１，２３４，５６７", 1_234_567L)]
    [InlineData("－３", -3L)]
    [InlineData("007", 7L)]
    [InlineData("1,00", null)]
    [InlineData("1000,000", null)]
    [InlineData(",5", null)]
    [InlineData("#10", null)]
    [InlineData("10²", null)]
    [InlineData("①", null)]
    [InlineData("1.5", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Numbers_are_read_as_people_type_them(string? text, long? number) => Assert.Equal(number, Typed.Number(text));

    [Theory]
    [InlineData("9:30", 9, 30)]
    [InlineData("０９：３０", 9, 30)]
    [InlineData("9時", 9, 0)]
    [InlineData("午後2時15分", 14, 15)]
    public void Times_are_read_as_people_type_them(string text, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), Typed.Time(text));

    [Theory]
    [InlineData("25:00")]
    [InlineData("9:60")]
    [InlineData("930")]
    [InlineData("九時")]
    public void What_is_no_time_is_none(string text) => Assert.Null(Typed.Time(text));
}
