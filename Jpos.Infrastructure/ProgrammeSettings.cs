using System.ComponentModel.DataAnnotations;
using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Programmes;
using Microsoft.Extensions.Configuration;

namespace Jpos.Infrastructure;

/// <summary>Settings <c>Jpos:Programme</c>; what is left out has the programme's own default.</summary>
internal sealed class ProgrammeSettings
{
    /// <summary>What one point pays, in yuan.</summary>
    [Range(typeof(decimal), "0.01", "10000")]
    public decimal? PointValue { get; init; }

    /// <summary>Rates by grade, as parts of the cash: 0.015 for 1.5 %.</summary>
    public Dictionary<Grade, decimal> Rates { get; init; } = [];

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

    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <exception cref="ValidationException">A setting is out of its range.</exception>
    /// <exception cref="TimeZoneNotFoundException">The time zone is unknown to this machine.</exception>
    public static Programme Read(IConfiguration section)
    {
        var settings = section.Get<ProgrammeSettings>() ?? new ProgrammeSettings();
        Validator.ValidateObject(settings, new ValidationContext(settings), true);
        if (section.GetSection(nameof(Rates)).GetChildren().FirstOrDefault(rate => !Enum.TryParse<Grade>(rate.Key, true, out _)) is { } unknown)
        {
            throw new ValidationException($"Jpos:Programme:Rates:{unknown.Key} is no grade.");
        }

        if (settings.Rates.Values.Any(rate => rate is < 0 or > 1))
        {
            throw new ValidationException("Jpos:Programme:Rates are parts of the cash, from 0 to 1.");
        }

        var defaults = new Programme();
        return new Programme
        {
            PointValue = settings.PointValue is { } value ? Money.Of(value) : defaults.PointValue,
            Rates = defaults.Rates.ToDictionary(rate => rate.Key, rate => settings.Rates.GetValueOrDefault(rate.Key, rate.Value)),
            GiftValidMonths = settings.GiftValidMonths ?? defaults.GiftValidMonths,
            PendingDays = settings.PendingDays ?? defaults.PendingDays,
            GiftsAvailableAtOnce = settings.GiftsAvailableAtOnce ?? defaults.GiftsAvailableAtOnce,
            ExpiryGraceDays = settings.ExpiryGraceDays ?? defaults.ExpiryGraceDays,
            RefundWindowDays = settings.RefundWindowDays ?? defaults.RefundWindowDays,
            RefundMayLeaveDebt = settings.RefundMayLeaveDebt ?? defaults.RefundMayLeaveDebt,
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone),
        };
    }
}
