using Jpos.Tests.Hosting;

namespace Jpos.Tests.Protocol;

/// <summary>The field vaucher: JSON text in a form field (protocol §1).</summary>
internal sealed class MalformedVoucherTests
{
    private RefusalScene scene = null!;

    [OneTimeSetUp]
    public async Task Open() => scene = await RefusalScene.Open();

    [OneTimeTearDown]
    public async Task Close() => await scene.DisposeAsync();

    [TestCase("""[{"id":1,"num":1}""", TestName = "{m}(truncated)")]
    [TestCase("""[{"id":1,"num":1},]""", TestName = "{m}(trailing comma)")]
    [TestCase("""[{"id":1,"num":1}] []""", TestName = "{m}(two values)")]
    [TestCase("""[{"id":1,"num":1}] /* two */""", TestName = "{m}(comment)")]
    [TestCase("""[{'id':1,'num':1}]""", TestName = "{m}(single quotes)")]
    [TestCase("""[{id:1,num:1}]""", TestName = "{m}(bare names)")]
    [TestCase("""{""", TestName = "{m}(brace)")]
    [TestCase("""1""", TestName = "{m}(number)")]
    [TestCase("""1x1""", TestName = "{m}(no JSON)")]
    [TestCase(""" "[]" """, TestName = "{m}(string)")]
    [TestCase("""true""", TestName = "{m}(true)")]
    [TestCase("""[null]""", TestName = "{m}(list of null)")]
    [TestCase("""[1]""", TestName = "{m}(list of number)")]
    [TestCase("""[[{"id":1,"num":1}]]""", TestName = "{m}(nested list)")]
    [TestCase("""{"vaucher":[{"id":1,"num":1}]}""", TestName = "{m}(wrapped)")]
    [TestCase("""[{}]""", TestName = "{m}(empty object)")]
    [TestCase("""{}""", TestName = "{m}(only an empty object)")]
    [TestCase("""[{"id":1}]""", TestName = "{m}(num missing)")]
    [TestCase("""[{"num":1}]""", TestName = "{m}(id missing)")]
    [TestCase("""[{"ID":1,"NUM":1}]""", TestName = "{m}(names in capitals)")]
    [TestCase("""[{"id":1,"num":1},{"id":1,"num":1}]""", TestName = "{m}(id twice)")]
    [TestCase("""[{"id":1,"num":1},{"id":"01","num":1}]""", TestName = "{m}(id twice, spelt otherwise)")]
    [TestCase("""[{"id":1,"id":1,"num":1}]""", TestName = "{m}(property twice)")]
    [TestCase("""[{"id":1,"num":1,"num":2}]""", TestName = "{m}(property twice with two values)")]
    [TestCase("""[{"id":1,"num":0}]""", TestName = "{m}(num 0)")]
    [TestCase("""[{"id":1,"num":-1}]""", TestName = "{m}(num negative)")]
    [TestCase("""[{"id":1,"num":1000000}]""", TestName = "{m}(num 1000000)")]
    [TestCase("""[{"id":1,"num":4294967297}]""", TestName = "{m}(num 1 modulo 2^32)")]
    [TestCase("""[{"id":1,"num":18446744073709551617}]""", TestName = "{m}(num 1 modulo 2^64)")]
    [TestCase("""[{"id":1,"num":1.5}]""", TestName = "{m}(num fraction)")]
    [TestCase("""[{"id":1,"num":"1.5"}]""", TestName = "{m}(num fraction as text)")]
    [TestCase("""[{"id":1,"num":null}]""", TestName = "{m}(num null)")]
    [TestCase("""[{"id":1,"num":""}]""", TestName = "{m}(num empty)")]
    [TestCase("""[{"id":1,"num":true}]""", TestName = "{m}(num true)")]
    [TestCase("""[{"id":1,"num":[1]}]""", TestName = "{m}(num list)")]
    [TestCase("""[{"id":1,"num":{"num":1}}]""", TestName = "{m}(num object)")]
    [TestCase("""[{"id":1,"num":"１"}]""", TestName = "{m}(num full-width)")]
    [TestCase("""[{"id":1,"num":"one"}]""", TestName = "{m}(num word)")]
    [TestCase("""[{"id":1,"num":"+1"}]""", TestName = "{m}(num signed)")]
    [TestCase("""[{"id":1,"num":" 1"}]""", TestName = "{m}(num padded)")]
    [TestCase("""[{"id":1,"num":NaN}]""", TestName = "{m}(num NaN)")]
    [TestCase("""[{"id":1,"num":01}]""", TestName = "{m}(num 01)")]
    [TestCase("""[{"id":-1,"num":1}]""", TestName = "{m}(id negative)")]
    [TestCase("""[{"id":1.5,"num":1}]""", TestName = "{m}(id fraction)")]
    [TestCase("""[{"id":null,"num":1}]""", TestName = "{m}(id null)")]
    [TestCase("""[{"id":"","num":1}]""", TestName = "{m}(id empty)")]
    [TestCase("""[{"id":"a","num":1}]""", TestName = "{m}(id letter)")]
    [TestCase("""[{"id":99999999999999999999999,"num":1}]""", TestName = "{m}(id huge)")]
    [TestCase("""[{"id":"\ud800","num":1}]""", TestName = "{m}(id half a surrogate pair)")]
    [TestCase("""[{"id":1,"num":"\udc00"}]""", TestName = "{m}(num half a surrogate pair)")]
    [TestCase("""[{"id":1,"num":1,"type":"\ud800"}]""", TestName = "{m}(type half a surrogate pair)")]
    [TestCase("""[{"id":1,"num":1,"type":"voucher"}]""", TestName = "{m}(type word)")]
    [TestCase("""[{"id":"1\u0000","num":1}]""", TestName = "{m}(id with NUL)")]
    [TestCase("""[{"id":1,"num":"1\u0000"}]""", TestName = "{m}(num with NUL)")]
    [TestCase("""[{"id":1,"num":"1\n"}]""", TestName = "{m}(num with a line end)")]
    [TestCase("""[{"id":1,"num":1e0}]""", TestName = "{m}(num with an exponent)")]
    [TestCase("""[{"id":1,"num":1.0e0}]""", TestName = "{m}(num with a fraction and an exponent)")]
    [TestCase("""[{"id":1,"num":"1.0"}]""", TestName = "{m}(num with a fraction as text)")]
    [TestCase("""[{"id":1,"num":"0x1"}]""", TestName = "{m}(num hexadecimal)")]
    [TestCase("""[{"id":1,"num":1.01}]""", TestName = "{m}(num not whole)")]
    public async Task Vouchers_that_cannot_be_read_are_declined_with_30_and_leave_no_trace(string vouchers)
    {
        var good = await scene.GoodMessage("trans/consume");
        var refused = await scene.Refuse("trans/consume", good, good.With("vaucher", vouchers));
        Assert.That(refused.Detail, Does.Contain("vaucher"));
    }

    [Test]
    public async Task Names_that_are_half_a_surrogate_pair_do_not_break_the_host([Values("""[{"\ud800":1,"id":1,"num":1}]""", """[{"id\ud800":1,"\ud800":1,"num":1}]""")] string vouchers)
    {
        var good = await scene.GoodMessage("trans/consume");
        await scene.Refuse("trans/consume", good, good.With("vaucher", vouchers));
    }

    [TestCase('[', ']')]
    [TestCase('{', '}')]
    public async Task Deep_nesting_is_declined_with_30(char open, char close)
    {
        var good = await scene.GoodMessage("trans/consume");
        var deep = open == '['
            ? new string(open, 2000) + new string(close, 2000)
            : string.Concat(Enumerable.Repeat("{\"id\":", 500)) + "1" + new string(close, 500);
        await scene.Refuse("trans/consume", good, good.With("vaucher", deep));
    }

    [TestCase("""{"id":1,"num":1}""", TestName = "{m}(one object)")]
    [TestCase("""[{"id":"1","num":"1"}]""", TestName = "{m}(texts)")]
    [TestCase("""[{"id":"0001","num":"01"}]""", TestName = "{m}(padded texts)")]
    [TestCase("""[{"num":1,"id":1}]""", TestName = "{m}(another order)")]
    [TestCase("""[{"id":1,"num":1,"name":"代金券","amount":50}]""", TestName = "{m}(unknown properties)")]
    [TestCase("""[{"id":1,"num":1,"type":"03"}]""", TestName = "{m}(type as text)")]
    [TestCase("""[{"id":1,"num":1,"type":3}]""", TestName = "{m}(type as number)")]
    [TestCase("  [ { \"id\" : 1 ,\r\n\t\"num\" : 1 } ]  ", TestName = "{m}(white space)")]
    [TestCase("""[{"\u0069d":1,"num":"\u0031"}]""", TestName = "{m}(escapes)")]
    public async Task Vouchers_are_read_however_they_are_spelt(string vouchers)
    {
        var form = (await scene.GoodMessage("trans/consume")).With("vaucher", vouchers);
        await scene.Approve("trans/consume", form);
        Assert.That((await scene.Host.Post("/v1/jpos/cards", Form.Query())).Json.GetProperty("vaucher")[0].GetProperty("num").GetInt32(), Is.EqualTo(1), "a piece was used");
        await scene.Approve("trans/consumeReversal", form);
    }

    [TestCase("""[{"id":1,"num":999999}]""", TestName = "{m}(num 999999)")]
    [TestCase("""[{"id":999999999999,"num":1}]""", TestName = "{m}(a long id)")]
    public async Task The_largest_numbers_are_read(string vouchers) =>
        Assert.That((await scene.Host.Post("/v1/jpos/trans/consume", (await scene.GoodMessage("trans/consume")).With("vaucher", vouchers))).Status, Is.EqualTo("51"));
}
