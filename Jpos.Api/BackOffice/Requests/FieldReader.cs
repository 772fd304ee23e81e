using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Jpos.Api.Problems;
using Jpos.Application.BackOffice.Requests;
using Jpos.Domain;
using Jpos.Domain.Stores;

namespace Jpos.Api.BackOffice.Requests;

/// <summary>Reads the values of fields and collects their errors.</summary>
public sealed class FieldReader
{
    private const int AmountDecimals = 2;

    private readonly Dictionary<string, string[]> errors = [];

    private bool isMissing;

    public delegate bool Parser<T>(string? text, [NotNullWhen(true)] out T? value);

    public bool HasErrors => errors.Count > 0 || isMissing;

    /// <summary>Reads a value of the domain. For a malformed value, returns a placeholder that no caller sees, because the errors are answered first.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="text">The text that was sent.</param>
    /// <param name="parse">Parses the text.</param>
    /// <param name="form">The expected form, for the error text; null if the type documents it.</param>
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

    /// <summary>Reads the key of a resource from the path. A malformed key answers 404 before any other error, because it names no resource.</summary>
    public T ReadPathValue<T>(string text, Parser<T> parse)
        where T : class
    {
        isMissing |= !parse(text, out var value);
        return value!;
    }

    /// <summary>Reads an optional value.</summary>
    public T? ReadOptional<T>(string field, string? text, Parser<T> parse, string? form = null)
        where T : class => text is null ? null : Read(field, text, parse, form);

    /// <summary>Reads a text for people.</summary>
    public string Text(string field, string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text) || !FieldRules.IsText(text, longest))
        {
            Add(field, text is null ? FieldErrorText.Missing(field) : FieldErrorText.MustBe(field, FieldErrorText.LineOf(1, longest)));
        }

        return text ?? "";
    }

    /// <summary>Reads an optional text for people; empty if omitted.</summary>
    public string TextOrNone(string field, string? text, int longest)
    {
        Check(field, text is null || FieldRules.IsText(text, longest), FieldErrorText.MustBe(field, FieldErrorText.LineOf(0, longest)));
        return text ?? "";
    }

    /// <summary>Reads the text that receipts show to members; empty if omitted.</summary>
    public string Advertisement(string? text)
    {
        const string Field = "advertisement";
        Check(Field, text is null || StoreProfile.FitsReceipt(text), FieldErrorText.MustBe(Field, "at most 999 bytes in GB2312"));
        Check(Field, text is null || FieldRules.IsVisible(text), FieldErrorText.MustBe(Field, "one line of visible characters"));
        return text ?? "";
    }

    /// <summary>Reads a factor of 0 or more. Trailing zeros are removed, so that the value equals the one that the database returns.</summary>
    public decimal Factor(string field, decimal? factor, decimal most, int decimals)
    {
        var isOne = factor is { } given && given >= 0 && given <= most && given.Scale <= decimals;
        Check(field, isOne, FieldErrorText.MustBe(field, string.Create(CultureInfo.InvariantCulture, $"0 to {most}, with at most {decimals} decimal places")));
        return isOne ? factor!.Value.WithoutTrailingZeros() : 0;
    }

    /// <summary>Reads a whole number in a range.</summary>
    public int Whole(string field, int? number, int from, int to, int? otherwise)
    {
        Check(field, number is null ? otherwise is not null : number >= from && number <= to, FieldErrorText.MustBe(field, FieldErrorText.Between(from, to)));
        return number ?? otherwise ?? from;
    }

    /// <summary>Reads the reason of a change, for the audit log.</summary>
    public string Reason(string? text) => Text("reason", text, Command.LongestReason);

    /// <summary>Reads bytes as hexadecimal.</summary>
    public byte[] Hex(string field, string? text)
    {
        if (text is not { Length: > 0 } || text.Length % 2 != 0 || !text.All(char.IsAsciiHexDigit))
        {
            Add(field, FieldErrorText.MustBe(field, "an even number of hexadecimal digits"));
            return [];
        }

        return Convert.FromHexString(text);
    }

    /// <summary>Reads an optional amount of money or points; null if omitted or malformed.</summary>
    public decimal? Amount(string field, decimal? amount)
    {
        var isOne = amount is not { } given || (FieldRules.IsAmount(given) && given.Scale <= AmountDecimals);
        Check(field, isOne, FieldErrorText.MustBe(field, typeof(Amount)));
        return isOne ? amount : null;
    }

    /// <summary>Reads an id as the cursor of a list; null for the first page.</summary>
    public long? After(string? text)
    {
        var id = 0L;
        Check("after", text is null || NumberText.TryParseWhole(text, out id), FieldErrorText.MustBe("after", "an id in digits"));
        return text is null ? null : id;
    }

    /// <summary>Reads the page of a list that has several sort orders.</summary>
    /// <param name="list">The requested page.</param>
    /// <param name="sort">The requested sort order; null for the default.</param>
    /// <param name="sortOrders">The available sort orders.</param>
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

    /// <summary>Reads an instant of ISO 8601, or a day for its beginning. The zone is UTC unless the text has an offset. Returns null if omitted.</summary>
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
        Check(field, isDay, FieldErrorText.MustBe(field, "an ISO 8601 instant or day, such as 2026-11-24T08:00:00Z or 2026-11-24"));
        return isDay ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null;
    }

    /// <summary>Returns whether both ends of a period are given and the period is not too long.</summary>
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
        : ProblemResults.Invalid(http, errors);

    private void Add(string field, string what) => errors.TryAdd(field, [what]);
}
