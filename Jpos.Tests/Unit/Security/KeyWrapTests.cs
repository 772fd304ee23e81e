using Jpos.Infrastructure.Security;
using Org.BouncyCastle.Crypto;

namespace Jpos.Tests.Unit.Security;

/// <summary>Keys at rest (protocol §9).</summary>
internal sealed class KeyWrapTests
{
    private const string Owner = "TMK 10000001";

    private static readonly byte[] Clear = Convert.FromHexString("0123456789ABCDEFFEDCBA9876543210");

    private readonly KeyWrap wrap = new(Key(1));

    [Test]
    public void What_was_wrapped_is_unwrapped() => Assert.That(wrap.Unwrap(wrap.Wrap(Clear, Owner), Owner), Is.EqualTo(Clear));

    [Test]
    public void Wrapping_twice_gives_two_texts() => Assert.That(Enumerable.Range(0, 2).Select(_ => Convert.ToHexString(wrap.Wrap(Clear, Owner))), Is.Unique);

    [TestCase("TMK 10000002")]
    [TestCase("PIK 10000001")]
    [TestCase("")]
    public void Another_owner_gets_nothing(string owner) => Assert.That(() => wrap.Unwrap(wrap.Wrap(Clear, Owner), owner), Throws.InstanceOf<InvalidCipherTextException>());

    [Test]
    public void Another_host_key_gets_nothing() => Assert.That(() => new KeyWrap(Key(2)).Unwrap(wrap.Wrap(Clear, Owner), Owner), Throws.InstanceOf<InvalidCipherTextException>());

    [Test]
    public void A_changed_byte_is_noticed_wherever_it_is()
    {
        var wrapped = wrap.Wrap(Clear, Owner);
        using (Assert.EnterMultipleScope())
        {
            for (var at = 1; at < wrapped.Length; at++)
            {
                var changed = (byte[])wrapped.Clone();
                changed[at] ^= 1;
                Assert.That(() => wrap.Unwrap(changed, Owner), Throws.InstanceOf<InvalidCipherTextException>(), $"byte {at}");
            }
        }
    }

    [Test]
    public void A_key_that_is_cut_short_is_noticed()
    {
        var wrapped = wrap.Wrap(Clear, Owner);

        Assert.That(() => wrap.Unwrap(wrapped.AsSpan(0, wrapped.Length - 1), Owner), Throws.InstanceOf<InvalidCipherTextException>());
    }

    [Test]
    public void An_unknown_version_is_refused()
    {
        var wrapped = wrap.Wrap(Clear, Owner);
        wrapped[0]++;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => wrap.Unwrap(wrapped, Owner), Throws.InstanceOf<NotSupportedException>());
            Assert.That(() => wrap.Unwrap([], Owner), Throws.InstanceOf<NotSupportedException>());
        }
    }

    [Test]
    public void What_is_wrapped_does_not_show()
    {
        var wrapped = wrap.Wrap(Clear, Owner);

        Assert.That(wrapped.AsSpan().IndexOf(Clear.AsSpan(0, 4)), Is.EqualTo(-1));
    }

    private static byte[] Key(byte filling) => [.. Enumerable.Repeat(filling, 32)];
}
