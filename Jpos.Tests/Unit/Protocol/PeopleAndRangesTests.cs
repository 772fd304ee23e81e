using Jpos.Domain.Protocol;

namespace Jpos.Tests.Unit.Protocol;

/// <summary>Card numbers in a row, documents, mobiles, counts, days and codes (protocol §1).</summary>
internal sealed class PeopleAndRangesTests
{
    [TestCase("9900000000000010", 3, true, "9900000000000010 9900000000000028 9900000000000036")]
    [TestCase("9900000000000010", 2, false, "9900000000000010 9900000000000011")]
    [TestCase("000000000009", 2, false, "000000000009 000000000010")]
    [TestCase("999999999998", 2, false, "999999999998 999999999999")]
    [TestCase("999999999998", 3, false, null)]
    [TestCase("9999999999999995", 1, true, "9999999999999995")]
    [TestCase("9999999999999995", 2, true, null)]
    public void Numbers_in_a_row_keep_their_length(string first, int count, bool withCheckDigits, string? numbers)
    {
        var range = CardNumber.Of(first).Range(count, withCheckDigits);

        Assert.That(range is null ? null : string.Join(' ', range.Select(number => number.Value)), Is.EqualTo(numbers));
    }

    [TestCase("11010519491231002X", true)]
    [TestCase("11010519491231002x", true)]
    [TestCase("110105194912310021", false)]
    [TestCase("440524188001010014", true)]
    [TestCase("440524188001010015", false)]
    [TestCase("44052418800101001", false)]
    [TestCase("4405241880010100140", false)]
    [TestCase("A40524188001010014", false)]
    public void A_citizens_number_has_18_characters_and_a_check_character(string text, bool isOne) => Assert.That(IdentityNumber.Of(text).IsCitizenNumber, Is.EqualTo(isOne));

    [TestCase("g(1)-2", "G(1)-2")]
    [TestCase("1234567890123456789012345678901234567890", "1234567890123456789012345678901234567890")]
    [TestCase("12345678901234567890123456789012345678901", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    [TestCase("a b", null)]
    [TestCase("张", null)]
    public void A_documents_number_has_letters_digits_brackets_and_hyphens(string? text, string? value) =>
        Assert.That((IdentityNumber.TryParse(text, out var number), number?.Value), Is.EqualTo((value is not null, value)));

    [TestCase("01", true)]
    [TestCase("07", true)]
    [TestCase("00", false)]
    [TestCase("08", false)]
    [TestCase("11", false)]
    [TestCase("1", false)]
    [TestCase("011", false)]
    [TestCase(null, false)]
    public void A_documents_type_is_01_to_07(string? text, bool isOne) =>
        Assert.That((IdentityType.TryParse(text, out var type), type?.Value, type?.ToString(), type?.IsIdentityCard ?? false), Is.EqualTo((isOne, isOne ? text : null, isOne ? text : null, text == "01")));

    [TestCase("13800001234", "138****1234")]
    [TestCase("19800001234", "198****1234")]
    [TestCase("12800001234", null)]
    [TestCase("23800001234", null)]
    [TestCase("1380000123", null)]
    [TestCase("138000012345", null)]
    [TestCase("1380000123a", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void A_mobile_has_11_digits_and_prints_masked(string? text, string? masked) => Assert.That((MobileNumber.TryParse(text, out var number), number?.ToString()), Is.EqualTo((masked is not null, masked)));

    [TestCase("7", 7)]
    [TestCase("7.0", 7)]
    [TestCase("7.00", 7)]
    [TestCase("0", 0)]
    [TestCase("999999999", 999_999_999)]
    [TestCase("1000000000", null)]
    [TestCase("7.000", null)]
    [TestCase("7.01", null)]
    [TestCase("7.", null)]
    [TestCase(".0", null)]
    [TestCase("-7", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void A_count_is_whole_whatever_zeros_follow_its_point(string? text, int? value) => Assert.That((Count.TryParse(text, out var count), count?.Value), Is.EqualTo((value is not null, value)));

    [TestCase("20261130", "2026-11-30")]
    [TestCase("20240229", "2024-02-29")]
    [TestCase("20260229", null)]
    [TestCase("2026-11-30", null)]
    [TestCase("2026113", null)]
    [TestCase("202611300", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void A_day_has_eight_digits(string? text, string? day) =>
        Assert.That((RequestDate.TryParse(text, out var date), date?.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo((day is not null, day)));

    [TestCase("012345", true)]
    [TestCase("12345", false)]
    [TestCase("1234567", false)]
    [TestCase("12345a", false)]
    [TestCase(null, false)]
    public void A_verify_code_has_six_digits_and_prints_none(string? text, bool isOne) =>
        Assert.That((VerifyCodeText.TryParse(text, out var code), code?.Value, code?.ToString()), Is.EqualTo((isOne, isOne ? text : null, isOne ? "***" : null)));

    [Test]
    public void What_is_no_number_is_an_error_where_it_has_to_be_one()
    {
        Assert.That(() => CardNumber.Of("1"), Throws.InstanceOf<FormatException>());
        Assert.That(() => IdentityNumber.Of(""), Throws.InstanceOf<FormatException>());
        Assert.That(() => MobileNumber.Of("1"), Throws.InstanceOf<FormatException>());
        Assert.That(() => OperatorNumber.Of(""), Throws.InstanceOf<FormatException>());
        Assert.That(() => StoreNumber.Of(""), Throws.InstanceOf<FormatException>());
        Assert.That(() => TerminalNumber.Of(""), Throws.InstanceOf<FormatException>());
        Assert.That(() => RegisterTrace.Of(""), Throws.InstanceOf<FormatException>());
    }

    [Test]
    public void A_number_prints_as_it_was_sent() =>
        Assert.That((StoreNumber.Of("a1").ToString(), TerminalNumber.Of("b2").ToString(), OperatorNumber.Of("c3").ToString(), RegisterTrace.Of("till 1").ToString()), Is.EqualTo(("a1", "b2", "c3", "till 1")));
}
