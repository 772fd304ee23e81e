using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Requests;
using Jpos.Domain;
using Jpos.Domain.Stores;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Reads the values of fields, and collects what is wrong with them.</summary>
public sealed class FieldReader
{
    private const int AmountDecimals = 2;

    private readonly Dictionary<string, string[]> errors = [];

    private bool isMissing;

    public delegate bool Parser<T>(string? text, [NotNullWhen(true)] out T? value);

    public bool HasErrors => errors.Count > 0 || isMissing;

    /// <summary>A value of the domain; a placeholder that nobody gets to see, if it is malformed.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What was sent.</param>
    /// <param name="parse">Reads it.</param>
    /// <param name="form">How it is written; null if its type says so.</param>
    public T Read<T>(string field, string? text, Parser<T> parse, string? form = null)
        where T : class
    {
        if (parse(text, out var value))
        {
            return value;
        }

        Add(field, text is null ? FieldErrorText.Missing(field) : FieldErrorText.MustBe(field, form ?? FieldErrorText.FormOf(typeof(T))));
        return null!;
    }

    /// <summary>What the path names. A malformed name is the name of nothing: the answer is 404, whatever else is wrong.</summary>
    public T ReadPathValue<T>(string text, Parser<T> parse)
        where T : class
    {
        isMissing |= !parse(text, out var value);
        return value!;
    }

    /// <summary>A value that may be left out.</summary>
    public T? ReadOptional<T>(string field, string? text, Parser<T> parse, string? form = null)
        where T : class => text is null ? null : Read(field, text, parse, form);

    /// <summary>A text for people.</summary>
    public string Text(string field, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text) || !FieldRules.IsText(text, longest))
        {
            Add(field, text is null ? FieldErrorText.Missing(field) : FieldErrorText.MustBe(field, FieldErrorText.LineOf(1, longest)));
        }

        return text ?? "";
    }

    /// <summary>A text for people that may be left out: empty then.</summary>
    public string TextOrNone(string field, string? text, int longest)
    {
        Check(field, text is null || FieldRules.IsText(text, longest), FieldErrorText.MustBe(field, FieldErrorText.LineOf(0, longest)));
        return text ?? "";
    }

    /// <summary>What receipts say to members; nothing if it is left out.</summary>
    public string Advertisement(string? text)
    {
        const string Field = "advertisement";
        Check(Field, text is null || StoreProfile.FitsReceipt(text), FieldErrorText.MustBe(Field, "at most 999 bytes in GB2312"));
        Check(Field, text is null || FieldRules.IsVisible(text), FieldErrorText.MustBe(Field, "one line of characters that show"));
        return text ?? "";
    }

    /// <summary>A factor from 0 on, without zeros at its end, as the database gives it back.</summary>
    public decimal Factor(string field, decimal? factor, decimal most, int decimals)
    {
        var isOne = factor is { } given && given >= 0 && given <= most && given.Scale <= decimals;
        Check(field, isOne, FieldErrorText.MustBe(field, string.Create(CultureInfo.InvariantCulture, $"0 to {most}, with at most {decimals} decimal places")));
        return isOne ? factor!.Value.WithoutTrailingZeros() : 0;
    }

    /// <summary>A whole number in a range.</summary>
    public int Whole(string field, int? number, int from, int to, int? otherwise)
    {
        Check(field, number is null ? otherwise is not null : number >= from && number <= to, FieldErrorText.MustBe(field, FieldErrorText.Between(from, to)));
        return number ?? otherwise ?? from;
    }

    /// <summary>Why something is done, for who reads the audit log.</summary>
    public string Reason(string? text) => Text("reason", text, Command.LongestReason);

    /// <summary>Bytes as hexadecimal.</summary>
    public byte[] Hex(string field, string? text)
    {
        if (text is not { Length: > 0 } || text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
        {
            Add(field, FieldErrorText.MustBe(field, "pairs of hexadecimal digits"));
            return [];
        }

        return Convert.FromHexString(text);
    }

    /// <summary>An amount of money or points that may be left out: null then, and if it is none.</summary>
    public decimal? Amount(string field, decimal? amount)
    {
        var isOne = amount is not { } given || (FieldRules.IsAmount(given) && given.Scale <= AmountDecimals);
        Check(field, isOne, FieldErrorText.MustBe(field, typeof(Amount)));
        return isOne ? amount : null;
    }

    /// <summary>The id of something that a list goes on after; null for its beginning.</summary>
    public long? After(string? text)
    {
        var id = 0L;
        Check("after", text is null || NumberText.TryParseWhole(text, out id), FieldErrorText.MustBe("after", "an id in digits"));
        return text is null ? null : id;
    }

    /// <summary>A part of a list that may be in several orders.</summary>
    /// <param name="list">Which part.</param>
    /// <param name="sort">In which order; null for the usual one.</param>
    /// <param name="sortOrders">The orders that there are.</param>
    public PageRequest<TRow> Page<TRow>(ListQuery list, string? sort, SortOrders<TRow> sortOrders)
    {
        if (!sortOrders.TryFirstPage(sort, list.Limit, out var beginning))
        {
            Add("sort", FieldErrorText.MustBe("sort", FieldErrorText.OneOf(sortOrders.Names)));
            return null!;
        }

        var pageRequest = list.After is null ? beginning : beginning.FromCursor(list.After);
        Check("after", pageRequest is not null, FieldErrorText.MustBe("after", typeof(TimeCursor)));
        return pageRequest!;
    }

    /// <summary>An instant of ISO 8601, in UTC unless it says otherwise; or a day, for when it begins. Null if it is left out.</summary>
    public DateTime? Time(string field, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (Iso8601.TryParseInstant(text, out var instant))
        {
            return instant;
        }

        var isDay = Iso8601.TryParseDay(text, out var day);
        Check(field, isDay, FieldErrorText.MustBe(field, "an instant or a day of ISO 8601, such as 2026-11-24T08:00:00Z or 2026-11-24"));
        return isDay ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null;
    }

    /// <summary>Both ends of a time that is not too long.</summary>
    public static bool IsPeriod(DateTime? from, DateTime? to, TimeSpan longest) => to - from is { } length && length <= longest;

    public void Check(string field, bool isSo, string otherwise)
    {
        if (!isSo)
        {
            Add(field, otherwise);
        }
    }

    public ObjectResult Result(HttpContext http) => isMissing
        ? ProblemResults.Result(http, CommandAudit.NotFound)
        : ProblemResults.Result(http, StatusCodes.Status400BadRequest, "One or more fields are invalid; see `errors`.", errors);

    private void Add(string field, string what) => errors.TryAdd(field, [what]);
}
