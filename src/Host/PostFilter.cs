using System.Globalization;
using System.Reflection;
using Kominkan.SharedKernel.Ui;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Kominkan.Host;

/// <summary>
/// Every POST of a page is one transaction. Input that cannot be read, a broken rule or a row that somebody else was
/// faster with rolls it back and shows the form again with what was typed.
/// </summary>
internal sealed class PostFilter(AppDatabase database, IAntiforgery antiforgery, Limits limits, ILogger<PostFilter> log) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || context.HandlerInstance is not PageModel page)
        {
            await next();
            return;
        }

        if (!await IsFromHereAsync(page))
        {
            var isReadable = FormsWithoutNul.IsReadable(page.HttpContext);
            if (!isReadable)
            {
                // The framework says so in English.
                page.ModelState.Remove("");
            }

            page.ModelState.AddModelError("", isReadable ? "ページを開いてから時間がたちました。中身を確かめて、もう一度送ってください。" : "送られた内容を読み取れませんでした。長すぎる文章や使えない文字がないか確かめて、もう一度送ってください。");
            context.Result = await ShowAgainAsync(page, StatusCodes.Status400BadRequest) is PageResult again ? again : new StatusCodeResult(StatusCodes.Status400BadRequest);
            return;
        }

        if (context.HandlerMethod is null && page is not Pages.ErrorModel)
        {
            // The page is only read: without a handler it would be shown without what it shows.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }

        if (!limits.Admits(page.GetType(), page.Request))
        {
            page.Response.Headers.RetryAfter = Limits.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            page.ModelState.AddModelError("", "操作が続いたため、お待ちいただいています。1分ほど待って、もう一度押してください。");
            context.Result = await ShowAgainAsync(page, StatusCodes.Status429TooManyRequests);
            return;
        }

        if (FormsWithoutNul.LeftOut(page.HttpContext))
        {
            page.ModelState.AddModelError("", "使えない文字を取り除きました。中身を確かめて、もう一度送ってください。");
            context.Result = await ShowAgainAsync(page, StatusCodes.Status400BadRequest);
            return;
        }

        if (!page.ModelState.IsValid)
        {
            context.Result = await ShowAgainAsync(page, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        PageHandlerExecutedContext? ran = null;
        try
        {
            if (page.GetType().GetCustomAttribute<OutsideTransactionAttribute>() is not null)
            {
                await RunAsync(next);
            }
            else
            {
                await database.InTransactionAsync(async () => ran = await OnceAsync(context, next), CancellationToken.None);
            }
        }
        catch (HandlerRefusedException refused) when (refused.Executed.Result is not null)
        {
        }
        catch (HandlerRefusedException refused) when (Refusal(refused.InnerException!) is { } broken)
        {
            page.ModelState.AddModelError(broken.Field ?? "", broken.Message);
            refused.Executed.ExceptionHandled = true;
            refused.Executed.Result = await ShowAgainAsync(page, refused.InnerException is RuleBroken { Field: not null } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
        }
        catch (HandlerRefusedException refused) when (database.IsLost || AppDatabase.IsUnavailable(refused.InnerException!))
        {
            refused.Executed.Result = await SayBusyAsync(page, refused.InnerException!);
            refused.Executed.ExceptionHandled = true;
        }
        catch (HandlerRefusedException)
        {
            // The exception stays in the executed context: the error page answers.
        }
        catch (Exception e) when (AppDatabase.IsUnavailable(e))
        {
            // The transaction could not begin, or what the handler did could not be kept.
            var again = await SayBusyAsync(page, e);
            _ = ran is null ? context.Result = again : ran.Result = again;
        }
    }

    /// <summary>The form carries the token of a page of ours, or the page says that it needs none.</summary>
    private async Task<bool> IsFromHereAsync(PageModel page)
    {
        if (page.GetType().GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null)
        {
            return true;
        }

        try
        {
            await antiforgery.ValidateRequestAsync(page.HttpContext);
            return true;
        }
        catch (AntiforgeryValidationException)
        {
            return false;
        }
    }

    /// <summary>Runs the handler; where the form was pressed before, leads to what came of it instead (null).</summary>
    private static async Task<PageHandlerExecutedContext?> OnceAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (FormPresses.KeyOf(context.HttpContext.Request) is not { } key)
        {
            return await RunAsync(next);
        }

        var presses = context.HttpContext.RequestServices.GetRequiredService<FormPresses>();
        if (await presses.TakeAsync(key) is { } url)
        {
            Notice.Say(context.HttpContext.Response, "先に押したときに保存しました。");
            context.Result = new RedirectResult(url);
            return null;
        }

        var ran = await RunAsync(next);
        await presses.CameToAsync(key, (ran.Result as RedirectResult)?.Url);
        return ran;
    }

    /// <summary>Runs the handler; throws to have the transaction rolled back, with the context to answer through.</summary>
    private static async Task<PageHandlerExecutedContext> RunAsync(PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is not null && !executed.ExceptionHandled)
        {
            throw new HandlerRefusedException(executed, executed.Exception);
        }

        // A page that answers with itself (or 4xx) after adding an error of its own has saved nothing.
        if (executed.HandlerInstance is PageModel { ModelState.IsValid: false })
        {
            throw new HandlerRefusedException(executed, new InvalidOperationException("refused by the page"));
        }

        return executed;
    }

    private async Task<IActionResult> SayBusyAsync(PageModel page, Exception e)
    {
        log.LogError(e, "The database did not answer");
        // A message or a key the handler gave speaks of what has not been saved.
        page.Response.Headers.Remove(Microsoft.Net.Http.Headers.HeaderNames.SetCookie);
        page.ModelState.AddModelError("", "いま混み合っていて保存できませんでした。入力はそのままです。少し待って、もう一度押してください。");
        return await ShowAgainAsync(page, StatusCodes.Status503ServiceUnavailable);
    }

    private static RuleBroken? Refusal(Exception e) =>
        e as RuleBroken ?? (AppDatabase.IsUniqueViolation(e) || e is Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException ? new RuleBroken("ほかの人が先に登録しました。内容を確かめて、もう一度押してください。") : null);

    private static async Task<IActionResult> ShowAgainAsync(PageModel page, int status)
    {
        if (page is not IFormPage form)
        {
            return new StatusCodeResult(StatusCodes.Status400BadRequest);
        }

        if (await form.LoadAsync() is { } elsewhere)
        {
            return elsewhere;
        }

        page.Response.StatusCode = status;
        return page.Page();
    }

    private sealed class HandlerRefusedException(PageHandlerExecutedContext executed, Exception inner) : Exception("The handler refused", inner)
    {
        public PageHandlerExecutedContext Executed { get; } = executed;
    }
}
