using Jpos.Domain;
using Jpos.Domain.Cards;
using Jpos.Domain.Journal;
using Jpos.Domain.Protocol;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Persistence;

// How the domain's values are stored, each said once (JposDbContext.ConfigureConventions).
internal sealed class StoreNumberConverter() : ValueConverter<StoreNumber, string>(value => value.Value, stored => StoreNumber.Of(stored));

internal sealed class TerminalNumberConverter() : ValueConverter<TerminalNumber, string>(value => value.Value, stored => TerminalNumber.Of(stored));

internal sealed class OperatorNumberConverter() : ValueConverter<OperatorNumber, string>(value => value.Value, stored => OperatorNumber.Of(stored));

internal sealed class CardNumberConverter() : ValueConverter<CardNumber, string>(value => value.Value, stored => CardNumber.Of(stored));

internal sealed class NumberLengthsConverter() : ValueConverter<NumberLengths, string>(value => value.Text, stored => NumberLengths.Of(stored));

internal sealed class NumberPrefixesConverter() : ValueConverter<NumberPrefixes, string>(value => value.Text, stored => NumberPrefixes.Of(stored));

internal sealed class MobileNumberConverter() : ValueConverter<MobileNumber, string>(value => value.Value, stored => MobileNumber.Of(stored));

internal sealed class ResponseCodeConverter() : ValueConverter<ResponseCode, string>(value => value.Code, stored => ResponseCode.Of(stored));

internal sealed class FingerprintConverter() : ValueConverter<Fingerprint, string>(value => value.Text, stored => Fingerprint.Of(stored));

internal sealed class RegisterTraceConverter() : ValueConverter<RegisterTrace, string>(value => value.Value, stored => RegisterTrace.Of(stored));

internal sealed class TraceNumberConverter() : ValueConverter<TraceNumber, int>(value => value.Value, stored => TraceNumber.Of(stored));

internal sealed class BatchNumberConverter() : ValueConverter<BatchNumber, int>(value => value.Value, stored => BatchNumber.Of(stored));

internal sealed class SerialNumberConverter() : ValueConverter<SerialNumber, long>(value => value.Value, stored => SerialNumber.Of(stored));

internal sealed class PointsConverter() : ValueConverter<Points, long>(value => value.Hundredths, stored => Points.FromHundredths(stored));

internal sealed class MoneyConverter() : ValueConverter<Money, long>(value => value.Fen, stored => Money.FromFen(stored));

/// <summary>Every time is UTC, also when it comes back.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(value => value, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

/// <summary>Without the zeros at its end that some engines add: a rate looks the same wherever it is kept.</summary>
internal sealed class BareDecimalConverter() : ValueConverter<decimal, decimal>(value => value, stored => stored.Bare());
