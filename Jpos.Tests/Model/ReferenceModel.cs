namespace Jpos.Tests.Model;

/// <summary>
/// Sections 3 to 8 of the protocol once more, as plainly as can be, for two terminals of one store and a few cards: without a database, without figures that are kept when they can be worked out, and without a line of the host's own code.
/// </summary>
internal sealed partial class ReferenceModel(Rules rules, Purse[] purses)
{
    private readonly List<Period>[] periods = [[], []];
    private readonly bool[] signedOn = [false, false];
    private readonly Dictionary<(int Terminal, Period Period, int Trace), Slot> slots = [];
    private readonly List<Entry> journal = [];
    private readonly SentCodes codes = new();
    private readonly (DateOnly? On, decimal Sum)[] gifts = [default, default];
    private readonly DateTimeOffset?[] limitAlerts = [null, null];

    public DateTimeOffset Now { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(Now.ToOffset(TimeSpan.FromHours(8)).Date);

    public IReadOnlyList<Entry> Journal => journal;

    public SentCodes Codes => codes;

    /// <summary>The kinds of what the back office was called for, and the messages that were to blame.</summary>
    public HashSet<(string Kind, Entry About)> Alerts { get; } = [];

    /// <summary>The number that a terminal would use now.</summary>
    public int BatchNumber(int terminal) => periods[terminal].LastOrDefault() switch
    {
        null => 1,
        { Settled: null } open => open.Number,
        var closed => Next(closed.Number),
    };

    /// <summary>What the terminal's books come to: point debit and credit, ticket debit and credit, all, cancels, refunds, activations.</summary>
    public decimal[] Totals(int terminal)
    {
        var period = periods[terminal].LastOrDefault();
        List<Entry> Of(params Kind[] kinds) =>
            [.. journal.Where(entry => entry.Period == period && entry is { Approved: true, State: not State.Reversed } && kinds.Contains(entry.Told.Kind))];

        var debit = Of(Kind.Consume, Kind.CancelRefund);
        var credit = Of(Kind.Cancel, Kind.Refund);
        var tickets = Of(Kind.UseTickets);
        var activations = Of(Kind.Activate).Count;
        return
        [
            debit.Count, debit.Sum(entry => entry.Yuan), credit.Count, credit.Sum(entry => entry.Yuan), tickets.Count, tickets.Sum(entry => entry.Face), 0, 0,
            debit.Count + credit.Count + tickets.Count + activations, Of(Kind.Cancel, Kind.CancelRefund).Count, Of(Kind.Refund).Count, activations,
        ];
    }

    /// <summary>Consumes whose large gift nobody has decided on.</summary>
    public List<Entry> HeldGifts => journal.FindAll(entry => entry.Held is { IsHeld: true, Has: not 0 });

    /// <summary>The back office releases a large gift, or takes it back.</summary>
    public static void Decide(Entry consume, bool isApproved)
    {
        consume.Held!.IsHeld = false;
        if (!isApproved)
        {
            consume.Refused += consume.Held.Has;
            Move(consume, consume.Held, true, -consume.Held.Has);
        }
    }

    public Expected Hear(Told told) => told.Kind switch
    {
        Kind.CheckIn => CheckIn(told),
        Kind.Query => Query(told),
        Kind.QueryTickets => QueryTickets(told),
        Kind.SendCode => SendCode(told),
        Kind.Settle => Settle(told),
        _ => Keyed(told),
    };

    /// <summary>Section 6.</summary>
    public Expected HearReversal(Told told)
    {
        var period = Enter(told.Terminal, told.Batch) ?? (signedOn[told.Terminal] ? periods[told.Terminal].Find(one => one.Number == told.Batch) : null);
        if (told.Batch is null && (period is null || SlotOf(told, period) is { Original: null, Reversal: null }) && PeriodOfUndone(told) is { } settled)
        {
            period = settled;
        }

        if (period is null)
        {
            return new Expected("77");
        }

        var slot = SlotOf(told, period);
        if (slot.Original is not { } original)
        {
            if (slot.Reversal is null)
            {
                slot.ReversalContent = told.Content;
                return slot.Reversal = new Expected("25");
            }

            return slot.ReversalContent == told.Content ? new Expected("25") { Again = slot.Reversal } : new Expected("25");
        }

        if (original.Told.Kind != told.Kind)
        {
            return Alert("other operation", original, "94");
        }

        if (original.Told.Card != told.Card)
        {
            return Alert("differs", original, "14");
        }

        if (original.Told.Content != told.Content)
        {
            return Alert("differs", original, "64");
        }

        if (slot.Reversal is not null)
        {
            return new Expected("00") { Again = slot.Reversal };
        }

        if (!original.Approved)
        {
            return new Expected("12");
        }

        if (original.State != State.Stands)
        {
            return Alert("undone", original, "12");
        }

        if (original.Period.Settled is not null)
        {
            Alert("late", original, "00");
        }

        var purse = purses[original.Told.Card];
        var entry = new Entry(told, period, Today) { Undoes = original, IsReversal = true };
        if (Undo(purse, entry, decimal.MaxValue))
        {
            Alert("voucher gone", original, "00");
        }

        original.State = State.Reversed;
        if (original.Undoes is { } stands)
        {
            stands.State = State.Stands;
        }

        return slot.Reversal = Moving(purse, original, original.Told.Kind);
    }

    /// <summary>A message without a batch number was in the batch of what it undid, if its trace number is there.</summary>
    private Period? PeriodOfUndone(Told told)
    {
        var period = told.OriginalSerial is { } serial
            ? journal.Find(one => one.Serial == serial && one.Told.Terminal == told.Terminal)?.Period
            : periods[told.Terminal].FindLast(one => one.Number == told.OriginalBatch);
        return signedOn[told.Terminal] && period is not null && SlotOf(told, period).Original is not null ? period : null;
    }

    private static int Next(int number) => number == 999_999 ? 1 : number + 1;

    private Expected CheckIn(Told told)
    {
        signedOn[told.Terminal] = true;
        var number = BatchNumber(told.Terminal);
        if (periods[told.Terminal].LastOrDefault() is not { Settled: null })
        {
            periods[told.Terminal].Add(new Period(number, Now));
        }

        return new Expected("00") { Words = { ["batchNo"] = $"{number:D6}" } };
    }

    private Expected Query(Told told)
    {
        if (!IsOpen(told.Terminal, told.Batch))
        {
            return new Expected("77");
        }

        var purse = purses[told.Card];
        return new Expected("00")
        {
            Figures = { ["pointBalance"] = purse.Balance, ["avaiablePointBalance"] = Available(purse) },
            Words =
            {
                ["vaucher"] = string.Join(' ', Usable(purse).Where(coupon => coupon.Type == "03").Select(coupon => Shown(coupon, ""))),
                ["mobileNo"] = purse.Mobile,
                ["idType"] = purse.Identity?.Type ?? "",
                ["idNo"] = purse.Identity?.Number ?? "",
            },
        };
    }

    private Expected QueryTickets(Told told)
    {
        if (!IsOpen(told.Terminal, told.Batch))
        {
            return new Expected("77");
        }

        var purse = purses[told.Card];
        if (!purse.IsActive)
        {
            return new Expected("21");
        }

        return new Expected("00")
        {
            Figures = { ["pointBalance"] = purse.Balance, ["avaiablePointBalance"] = Available(purse) },
            Words = { ["ticket"] = string.Join(' ', Usable(purse).Select(coupon => Shown(coupon, coupon.Type))) },
        };
    }

    private Expected SendCode(Told told)
    {
        if (!signedOn[told.Terminal] || (told.Batch is { } batch && !IsOpen(told.Terminal, batch)))
        {
            return new Expected("77");
        }

        var code = codes.Send(told.Mobile, told.Terminal, Now, Today);
        return new Expected(code is null ? "65" : "00") { Code = code };
    }

    /// <summary>Row 6 for a message without a key: it opens no batch.</summary>
    private bool IsOpen(int terminal, int? number) => periods[terminal].LastOrDefault() is { Settled: null } open && open.Number == number;

    private Expected Settle(Told told)
    {
        var closed = periods[told.Terminal].LastOrDefault(period => period.Settled is not null);
        if (closed?.Number == told.Batch)
        {
            return new Expected("00") { Again = closed!.Settled };
        }

        if (Enter(told.Terminal, told.Batch) is not { } period)
        {
            return new Expected("77");
        }

        var totals = Totals(told.Terminal);
        var agree = totals.Zip(told.Claim, (ours, theirs) => ours == theirs).ToArray();
        if (!agree.All(same => same))
        {
            Alerts.Add(("unequal batch", new Entry(told, period, Today)));
        }

        return period.Settled = new Expected("00") { Words = { ["settleFlag"] = (agree[..4].Concat(agree[8..]).All(same => same) ? "s" : "n") + (agree[4..8].All(same => same) ? "s" : "n") } };
    }

    /// <summary>Row 6: the open batch, or the next one, which it opens.</summary>
    private Period? Enter(int terminal, int? number)
    {
        var last = periods[terminal].LastOrDefault();
        if (last is null || (last.Settled is null && (number ?? last.Number) != last.Number) || (last.Settled is not null && number != Next(last.Number)))
        {
            return null;
        }

        if (last.Settled is not null)
        {
            periods[terminal].Add(last = new Period(Next(last.Number), Now));
        }

        return last;
    }

    private Slot SlotOf(Told told, Period period)
    {
        var key = (told.Terminal, period, told.Trace);
        return slots.TryGetValue(key, out var slot) ? slot : slots[key] = new Slot();
    }

    /// <summary>Row 8 and on.</summary>
    private Expected Keyed(Told told)
    {
        if (Enter(told.Terminal, told.Batch) is not { } period)
        {
            return new Expected("77");
        }

        var slot = SlotOf(told, period);
        if (slot.Reversal is not null)
        {
            return new Expected("94");
        }

        if (slot.Original is { } earlier)
        {
            return earlier.Told.Content == told.Content ? new Expected(earlier.Answer.Status) { Again = earlier.Answer } : new Expected("94");
        }

        var (entry, answer) = told.Kind switch
        {
            Kind.Consume => Consume(told, period),
            Kind.UseTickets => UseTickets(told, period),
            Kind.Cancel => Cancel(told, period),
            Kind.Refund => Refund(told, period),
            Kind.Activate => Activate(told, period),
            _ => CancelRefund(told, period),
        };
        entry.Answer = answer;
        slot.Original = entry;
        journal.Add(entry);
        return answer;
    }

    private Expected Alert(string kind, Entry about, string status)
    {
        Alerts.Add((kind, about));
        return new Expected(status);
    }
}
