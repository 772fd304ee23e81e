namespace Jpos.Tests.EndToEnd.Docs;

internal sealed class PrintedJsonTests
{
    [TestCase("""{"a":1,"transTime":1}""", """{"a":1,"transTime":2}""")]
    [TestCase("""{"a":1, …}""", """{"a":1,"b":2}""")]
    [TestCase("""{"a":"9BB0…"}""", """{"a":"9BB0C1"}""")]
    [TestCase("""[1, …]""", """[1,2,3]""")]
    [TestCase("""{"a":[…]}""", """{"a":[{"b":1}]}""")]
    public void An_answer_like_the_printed_one_does_not_differ(string printed, string answered) => Assert.That(Differences(printed, answered), Is.Empty);

    [TestCase("""{"a":1}""", """{"a":2}""")]
    [TestCase("""{"a":1}""", """{"a":1,"b":2}""")]
    [TestCase("""{"a":1,"b":2}""", """{"a":1}""")]
    [TestCase("""{"a":"9BB0…"}""", """{"a":"9BB"}""")]
    [TestCase("""[1]""", """[1,2]""")]
    [TestCase("""{"transTime":1}""", """{"transTime":[]}""")]
    public void Another_answer_differs(string printed, string answered) => Assert.That(Differences(printed, answered), Is.Not.Empty);

    [Test]
    public void Values_are_found_between_lines_and_beside_each_other() =>
        Assert.That(PrintedJson.Find("Key: x\n{\"a\":\n 1}{\"b\":2}\nend\n[3]").Select(value => value.ToJsonString()), Is.EqualTo(["""{"a":1}""", """{"b":2}""", "[3]"]));

    private static IEnumerable<string> Differences(string printed, string answered) => PrintedJson.Differences(PrintedJson.Parse(printed).Single(), PrintedJson.Parse(answered).Single());
}
