using System.ComponentModel.DataAnnotations;
using Jpos.Domain;
using Jpos.Domain.Programmes;
using Jpos.Domain.Text;
using Microsoft.Extensions.Configuration;

namespace Jpos.Infrastructure.Settings;

/// <summary>Settings <c>Jpos:Programme</c>: the time zone of the programme's days, and the rules of a new database. An omitted rule has the programme's default.</summary>
[SettingsSection("Jpos:Programme")]
internal sealed class ProgrammeSettings
{
    /// <summary>The value of one point, in yuan.</summary>
    [Range(typeof(decimal), "0.01", "10000")]
    public decimal? PointValue { get; init; }

    /// <summary>The points that members earn per yuan of cash, by grade: 0.015 for 1.5 %.</summary>
    public Dictionary<Grade, decimal> Rates { get; init; } = [];

    [Range(0, 2)]
    public int? GiftDecimals { get; init; }

    public Rounding? GiftRounding { get; init; }

    [Range(1, 1200)]
    public int? GiftValidMonths { get; init; }

    [Range(0, 3650)]
    public int? PendingDays { get; init; }

    public bool? GiftsAvailableAtOnce { get; init; }

    [Range(0, 3650)]
    public int? ExpiryGraceDays { get; init; }

    [Range(0, 3650)]
    public int? RefundWindowDays { get; init; }

    public bool? RefundMayLeaveDebt { get; init; }

    [Range(typeof(decimal), "0", "9999999999.99")]
    public decimal? AdjustmentLimit { get; init; }

    [Range(typeof(decimal), "0", "9999999999.99")]
    public decimal? AdjustmentLimitOfPerson { get; init; }

    [Range(typeof(decimal), "0", "9999999999.99")]
    public decimal? MostPerConsume { get; init; }

    [Range(typeof(decimal), "0", "9999999999.99")]
    public decimal? MostGiftsPerDay { get; init; }

    [Range(typeof(decimal), "0", "9999999999.99")]
    public decimal? LargeGift { get; init; }

    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <exception cref="ValidationException">A setting is out of range.</exception>
    public static ProgrammeSettings Read(IConfiguration section)
    {
        var settings = section.Get<ProgrammeSettings>() ?? new ProgrammeSettings();
        Validator.ValidateObject(settings, new ValidationContext(settings), true);
        if (section.GetSection(nameof(Rates)).GetChildren().FirstOrDefault(rate => !Enum.GetNames<Grade>().Contains(rate.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new ValidationException($"Jpos:Programme:Rates:{unknown.Key} is not a setting. Allowed: the rates of {string.Join(", ", Enum.GetNames<Grade>())}.");
        }

        if (settings.Rates.Values.Any(rate => rate is < 0 or > 1))
        {
            throw new ValidationException("Jpos:Programme:Rates has an invalid rate. Allowed: numbers from 0 to 1, such as 0.015 for 1.5 %.");
        }

        return settings;
    }

    /// <exception cref="SettingException">This machine does not know the time zone.</exception>
    public TimeZoneInfo Zone() => TimeZoneNames.TryFind(TimeZone, out var zone)
        ? zone
        : throw new SettingException($"Jpos:Programme:TimeZone has the invalid value \"{TimeZone}\". Allowed: a name of the IANA time zone database in its own spelling, such as Asia/Shanghai. The machine must know it (package tzdata).");

    /// <summary>Returns the rules of a new database.</summary>
    public ProgrammeRules Rules()
    {
        var defaults = new ProgrammeRules();
        return new ProgrammeRules
        {
            PointValue = PointValue is { } value ? Money.Of(value) : defaults.PointValue,
            GreenRate = Rates.GetValueOrDefault(Grade.Green, defaults.GreenRate),
            GoldRate = Rates.GetValueOrDefault(Grade.Gold, defaults.GoldRate),
            PlatinumRate = Rates.GetValueOrDefault(Grade.Platinum, defaults.PlatinumRate),
            DiamondRate = Rates.GetValueOrDefault(Grade.Diamond, defaults.DiamondRate),
            GiftDecimals = GiftDecimals ?? defaults.GiftDecimals,
            GiftRounding = GiftRounding ?? defaults.GiftRounding,
            GiftValidMonths = GiftValidMonths ?? defaults.GiftValidMonths,
            PendingDays = PendingDays ?? defaults.PendingDays,
            GiftsAvailableAtOnce = GiftsAvailableAtOnce ?? defaults.GiftsAvailableAtOnce,
            ExpiryGraceDays = ExpiryGraceDays ?? defaults.ExpiryGraceDays,
            RefundWindowDays = RefundWindowDays ?? defaults.RefundWindowDays,
            RefundMayLeaveDebt = RefundMayLeaveDebt ?? defaults.RefundMayLeaveDebt,
            AdjustmentLimit = AdjustmentLimit is { } limit ? Points.Of(limit) : defaults.AdjustmentLimit,
            AdjustmentLimitOfPerson = AdjustmentLimitOfPerson is { } ofPerson ? Points.Of(ofPerson) : defaults.AdjustmentLimitOfPerson,
            MostPerConsume = MostPerConsume is { } most ? Money.Of(most) : defaults.MostPerConsume,
            MostGiftsPerDay = MostGiftsPerDay is { } gifts ? Points.Of(gifts) : defaults.MostGiftsPerDay,
            LargeGift = LargeGift is { } large ? Points.Of(large) : defaults.LargeGift,
        };
    }
}
