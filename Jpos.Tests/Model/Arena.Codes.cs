using Jpos.Tests.Protocol;

namespace Jpos.Tests.Model;

/// <summary>The steps that send verify codes and bring them back.</summary>
internal sealed partial class Arena
{
    private Task SendCode(ModelStep step, int mobile) => Say(new Told(Kind.SendCode, step.Terminal)
    {
        Mobile = cast.Mobile(mobile),
        Batch = step.Variant % 3 == 0 ? null : model.BatchNumber(step.Terminal) + (step.Variant % 17 == 0 ? 1 : 0),
    });

    /// <summary>Again and again, so that one after the other of the limits is met: of the pause, the hour and the day of one mobile, or of the terminal's hour.</summary>
    private async Task SendManyCodes(ModelStep step)
    {
        var (times, seconds, mobiles) = (step.Choice % 4) switch
        {
            0 => (4, 30, 1),
            1 => (7, 60, 1),
            2 => (12, 720, 1),
            _ => (31, 1, 31),
        };
        for (var time = 0; time < times; time++)
        {
            await SendCode(step, mobiles == 1 ? step.Fen % 2 : 100 + time);
            host.Time.Advance(TimeSpan.FromSeconds(seconds));
        }
    }

    /// <summary>Mostly with a code that was asked for just before, and mostly with the right one.</summary>
    private async Task Activate(ModelStep step)
    {
        if (step.Fen % 3 != 0)
        {
            await SendCode(step, step.Choice % 2);
        }

        await SayNew(Activation(step, CodeOf(step)));
    }

    /// <summary>Up to once too often with a wrong code, and then with the right one.</summary>
    private async Task GuessCode(ModelStep step)
    {
        await SendCode(step, step.Choice % 2);
        var right = CodeOf(step with { Fen = 7 });
        for (var tries = 4 + (step.Variant % 2); tries > 0; tries--)
        {
            await SayNew(Activation(step, Texts.Wrong(right)));
        }

        await SayNew(Activation(step, right));
    }

    private Told Activation(ModelStep step, string code) => NewOf(Kind.Activate, step with { Terminal = step.Variant % 14 == 0 ? 1 - step.Terminal : step.Terminal }) with
    {
        Card = step.Variant % 6 == 0 ? step.Card : Cast.FirstIssued + (step.Variant % 2),
        Mobile = cast.Mobile(step.Choice % 2),
        Code = code,
        Identity = (step.Choice / 2 % 8) switch
        {
            0 => new Identity("01", "440524188001010014"),
            1 => Cast.Known with { Type = "05" },
            2 or 3 => new Identity("07", null),
            _ => Cast.Known,
        },
    };

    /// <summary>The newest code of the mobile; or one that it was sent before, one of the other mobile, or none that was sent.</summary>
    private string CodeOf(ModelStep step)
    {
        var codes = model.Codes.To(cast.Mobile(step.Fen % 10 == 0 ? 1 - (step.Choice % 2) : step.Choice % 2));
        return codes.Count == 0 ? "000000" : (step.Fen % 10) switch
        {
            1 => Texts.Wrong(codes[^1].Digits),
            2 => codes[Math.Max(0, codes.Count - 2)].Digits,
            _ => codes[^1].Digits,
        };
    }

    /// <summary>To the second at which the newest code may be followed by another or is no good any more, or to the one before it; and then asks for that.</summary>
    private async Task WaitForLimit(ModelStep step)
    {
        await SendCode(step, step.Choice % 2);
        if (model.Codes.Newest is not { } code)
        {
            return;
        }

        var (isPause, now) = (step.Variant % 2 == 0, host.Time.GetUtcNow());
        var limit = code.At.AddSeconds((isPause ? 60 : 300) - (step.Fen % 2));
        host.Time.Advance(limit > now ? limit - now : TimeSpan.Zero);
        if (isPause)
        {
            await Say(new Told(Kind.SendCode, code.Terminal) { Mobile = code.Mobile });
        }
        else
        {
            await SayNew(NewOf(Kind.Activate, step with { Terminal = code.Terminal, Card = Cast.FirstIssued + (step.Choice / 2 % 2) }) with
            {
                Mobile = code.Mobile,
                Code = code.Digits,
                Identity = Cast.Known,
            });
        }
    }
}
