using Jpos.Api.TerminalProtocol.Cards;

namespace Jpos.Tests.Unit.Cards;

internal sealed class FixedFieldsTests
{
    [TestCase("张三", 4, "张三")]
    [TestCase("张三", 3, "张")]
    [TestCase("a张三", 4, "a张")]
    [TestCase("😀a", 2, "?a")]
    [TestCase("龘囍a", 5, "??a")]
    [TestCase("", 5, "")]
    public void A_text_ends_at_a_whole_letter_of_gb2312(string text, int bytes, string fitted) =>
        Assert.That(FixedFields.Fit(text, bytes), Is.EqualTo(fitted));

    [Test]
    public void A_query_answers_what_fits()
    {
        var answer = new QueryCardAnswer
        {
            Name = new string('张', 17),
            Address = new string('京', 41),
            Email = new string('e', 41),
            Vaucher = [.. Enumerable.Range(1, 24).Select(id => new VoucherAnswer { Id = id, Name = new string('券', 12) })],
        };
        FixedFields.Fit(answer);
        Assert.That((answer.Name.Length, answer.Address.Length, answer.Email.Length), Is.EqualTo((16, 40, 40)));
        Assert.That((answer.Vaucher.Count, answer.Vaucher[22].Name.Length, answer.Vaucher[22].Id), Is.EqualTo((23, 11, 23L)));
        Assert.That((answer.Gender, answer.IdType), Is.EqualTo(("00", "01")));
    }
}
