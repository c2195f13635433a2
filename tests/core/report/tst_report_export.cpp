#include "core/report/Export.h"
#include "tests/core/report/SampleFleet.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

using namespace Qt::StringLiterals;
using namespace hvgpu;
using report::Cell;
using report::ExportOptions;
using report::Format;
using report::Table;

namespace {

Table tableOf(const QStringList& values)
{
    Table table;
    table.columns = {{u"name"_s, u"Name"_s}, {u"size"_s, u"Size"_s}};
    for (const QString& value : values)
        table.rows.push_back({value, std::uint64_t{7}});
    return table;
}

QByteArray serialized(const Table& table, Format format, const ExportOptions& options = {})
{
    return report::serialize(table, format, options).value_or(QByteArray("(error)"));
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be opened)");
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void csvBytes();
    void csvWhereCellsEndAtSemicolons();
    void jsonOfNothing();
    void htmlIsOnePageAndEscapes();
    void htmlKeepsWhatIsWorthThePage();
    void textAligns();
    void textCountsWideCharacters();
    void textShowsControlCharacters();
    void textCutsOnlyWhenAsked();
    void writesTheWholeFile();
    void replacesAFileOnlyWhenComplete();
    void stopsAtOnce();
    void progressIsMonotonous();
    void unwritableFolder();
    void folderInsteadOfFile();
    void fullDisk();
};

void TestExport::csvBytes()
{
    QCOMPARE(serialized(tableOf({u"a,b"_s, u"=x"_s}), Format::Csv),
             QByteArray("name,size\r\n\"a,b\",7\r\n'=x,7\r\n"));
    QCOMPARE(serialized(tableOf({}), Format::Csv), QByteArray("name,size\r\n"));
}

// A spreadsheet whose language has the decimal comma splits at ';' instead.
void TestExport::csvWhereCellsEndAtSemicolons()
{
    QCOMPARE(serialized(tableOf({u"a;=1+1"_s, u"a\t@x"_s, u"a\n+x"_s, u"a; b"_s, u"a;-5;b"_s, u"a;\"=1"_s,
                                 u"\t=x"_s}),
                        Format::Csv),
             QByteArray("name,size\r\n\"a;'=1+1\",7\r\n\"a\t'@x\",7\r\n\"a\n'+x\",7\r\n\"a; b\",7\r\n"
                        "\"a;-5;b\",7\r\n\"a;'\"\"=1\",7\r\n\"'\t'=x\",7\r\n"));
    Table table = tableOf({u"x"_s});
    table.rows[0][0] = QStringList{u"web"_s, u"=cmd|x"_s};
    const QByteArray list = serialized(table, Format::Csv);
    QVERIFY2(list.contains("'=cmd|x") && list.contains("\"web;"), list.constData());
}

void TestExport::jsonOfNothing()
{
    QCOMPARE(serialized(tableOf({}), Format::Json), QByteArray("[]\n"));
    QCOMPARE(serialized(tableOf({u"\x01\"\\"_s}), Format::Json),
             QByteArray("[\n  {\"name\": \"\\u0001\\\"\\\\\", \"size\": 7}\n]\n"));
}

void TestExport::htmlIsOnePageAndEscapes()
{
    Table table = tableOf({u"<b>&\"'</b>"_s, u"\x01"_s, u"fail"_s});
    table.name = u"some_findings"_s;
    table.rows[0][1] = QStringList{u"a<b"_s, u"c"_s};
    ExportOptions options;
    options.made = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC);
    const QByteArray html = serialized(table, Format::Html, options);
    QVERIFY(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    QVERIFY(html.contains("<h1>Some findings</h1>"));
    QVERIFY(html.contains("2026-01-02T03:04:05Z"));
    QVERIFY(html.contains("<th scope=\"col\">Name</th>"));
    QVERIFY(html.contains("<td>&lt;b&gt;&amp;&quot;'&lt;/b&gt;</td>"));
    QVERIFY(html.contains("<li>a&lt;b</li><li>c</li>"));
    QVERIFY(html.contains("<td>\\u0001</td>"));
    QVERIFY(html.contains("<td class=\"fail\">fail</td>"));
    for (const char* foreign : {"http:", "https:", "src=", "href=", "<script", "@import", "url("})
        QVERIFY2(!html.contains(foreign), foreign);
}

void TestExport::htmlKeepsWhatIsWorthThePage()
{
    Table table = tableOf({u"a"_s});
    table.columns[0].essential = true;
    QVERIFY(!serialized(table, Format::Html).contains("Size"));
    table.pageColumns = {u"size"_s};
    QVERIFY(!serialized(table, Format::Html).contains("Name"));
    QVERIFY(serialized(table, Format::Html).contains("<td class=\"number\">7</td>"));
    ExportOptions all;
    all.allColumns = true;
    QVERIFY(serialized(table, Format::Html, all).contains("Name"));
}

void TestExport::textAligns()
{
    QCOMPARE(serialized(tableOf({u"a"_s, u"longer"_s}), Format::Text),
             QByteArray("Name    Size\na          7\nlonger     7\n"));
}

void TestExport::textCountsWideCharacters()
{
    const QStringList lines =
        QString::fromUtf8(
            serialized(tableOf({u"東京"_s, u"abcd"_s, u"e\u0301x"_s, u"\U0001F600"_s}), Format::Text))
            .split(u'\n');
    QCOMPARE(lines[1], u"東京     7"_s); // four columns wide
    QCOMPARE(lines[2], u"abcd     7"_s);
    QCOMPARE(lines[3], u"e\u0301x       7"_s); // two
    QCOMPARE(lines[4], u"\U0001F600       7"_s);
}

void TestExport::textShowsControlCharacters()
{
    const QByteArray text = serialized(tableOf({u"a\x1b[31m\nb\u202Ec\u009Bd"_s}), Format::Text);
    QCOMPARE(text.count('\n'), 2);
    QVERIFY(!text.contains('\x1b'));
    QVERIFY(text.contains("\\u001b[31m\\u000ab\\u202ec\\u009bd"));
}

void TestExport::textCutsOnlyWhenAsked()
{
    const QString longName(300, u'x');
    QVERIFY(serialized(tableOf({longName}), Format::Text).contains(longName.toUtf8()));
    ExportOptions options;
    options.textWidth = 40;
    const QString cut =
        QString::fromUtf8(serialized(tableOf({longName, QString(100, u'東')}), Format::Text, options));
    for (const QString& line : cut.split(u'\n'))
        QVERIFY2(line.size() <= 40, qPrintable(line));
    QVERIFY(cut.contains(u"x…"_s));
    QVERIFY(cut.contains(u"東…"_s));
}

void TestExport::writesTheWholeFile()
{
    const QTemporaryDir folder;
#ifdef Q_OS_WIN
    const QString path = folder.filePath(u"名前, 'x'.csv"_s); // no double quotes in names there
#else
    const QString path = folder.filePath(u"名前, \"x\".csv"_s);
#endif
    const Table table = tests::awkwardTable();
    for (const Format format : {Format::Csv, Format::Json, Format::Text}) {
        QVERIFY(report::exportToFile(table, format, path, {}).has_value());
        QCOMPARE(contents(path), serialized(table, format));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestExport::replacesAFileOnlyWhenComplete()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    QVERIFY(report::exportToFile(tableOf({u"old"_s}), Format::Csv, path, {}).has_value());
    const QByteArray before = contents(path);
    std::stop_source stop;
    ExportOptions options;
    options.stop = stop.get_token();
    options.progress = [&stop](int percent) {
        if (percent >= 90) // all serialised, the file is being written
            stop.request_stop();
    };
    const auto result = report::exportToFile(tests::awkwardTable(), Format::Csv, path, options);
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::Cancelled);
    QCOMPARE(contents(path), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"out.csv"_s});
}

void TestExport::stopsAtOnce()
{
    std::stop_source stop;
    stop.request_stop();
    ExportOptions options;
    options.stop = stop.get_token();
    for (const Format format : {Format::Csv, Format::Json, Format::Text}) {
        const auto result = report::serialize(tests::awkwardTable(), format, options);
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::ErrorCode::Cancelled);
    }
}

void TestExport::progressIsMonotonous()
{
    const QTemporaryDir folder;
    Table table = tableOf({});
    for (int i = 0; i < 5000; ++i)
        table.rows.push_back({u"row %1"_s.arg(i), std::uint64_t{1}});
    for (const Format format : {Format::Csv, Format::Json, Format::Text}) {
        std::vector<int> seen;
        ExportOptions options;
        options.progress = [&seen](int percent) { seen.push_back(percent); };
        QVERIFY(report::exportToFile(table, format, folder.filePath(u"p"_s), options).has_value());
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
        QCOMPARE(seen.front(), 0);
        QCOMPARE(seen.back(), 100);
    }
}

void TestExport::unwritableFolder()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"no/such/folder/out.csv"_s);
    const auto result = report::exportToFile(tableOf({u"x"_s}), Format::Csv, path, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::Io);
    QCOMPARE(result.error().target, path);
    QVERIFY(!result.error().detail.isEmpty());
}

void TestExport::folderInsteadOfFile()
{
    const QTemporaryDir folder;
    const auto result = report::exportToFile(tableOf({u"x"_s}), Format::Csv, folder.path(), {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::Io);
}

void TestExport::fullDisk()
{
#ifdef Q_OS_UNIX
    // A limit on file sizes fails writes the way a full disk does, in the middle of the file.
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"out.csv"_s);
    QVERIFY(report::exportToFile(tableOf({u"old"_s}), Format::Csv, path, {}).has_value());
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tiny{4096, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tiny), 0);
    const auto result = report::exportToFile(tableOf({QString(1'000'000, u'x')}), Format::Csv, path, {});
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!result);
    QCOMPARE(result.error().code, base::ErrorCode::Io);
    QVERIFY(!result.error().detail.isEmpty());
    QCOMPARE(contents(path), QByteArray("name,size\r\nold,7\r\n"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
#else
    QSKIP("needs limits on file sizes");
#endif
}

QTEST_GUILESS_MAIN(TestExport)
#include "tst_report_export.moc"
