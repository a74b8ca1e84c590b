using Kominkan.Accounts.Domain;

namespace Kominkan.Accounts.Pages.Accounts;

internal static class NewPassword
{
    /// <exception cref="RuleBroken">The password is refused by the rules, or was typed differently the second time.</exception>
    public static void Check(string password, string again, string name, int shortest = PasswordRules.Shortest)
    {
        if (PasswordRules.WhyNot(password, name, shortest) is { } why)
        {
            throw new RuleBroken(why, "Input.New");
        }

        if (password != again)
        {
            throw new RuleBroken("2つの新しいパスワードが違います。もう一度入力してください。", "Input.Again");
        }
    }
}
