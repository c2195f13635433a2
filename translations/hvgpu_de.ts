<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>Wird fortgesetzt</translation>
    </message>
    <message>
        <source>Putting back</source>
        <translation>Wird zurückgesetzt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Wird ausgeführt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Partly succeeded</source>
        <translation>Teilweise erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Waiting for its turn</source>
        <translation>In Warteschlange</translation>
    </message>
    <message>
        <source>Running in another program</source>
        <translation>Läuft in anderem Programm</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Als erledigt markiert</translation>
    </message>
    <message>
        <source>Not put back</source>
        <translation>Nicht zurückgesetzt</translation>
    </message>
</context>
<context>
    <name>ActivityBook</name>
    <message>
        <source>There is no change &quot;%1&quot;; &quot;hvgpu activity&quot; lists them</source>
        <translation>Die Änderung &quot;%1&quot; ist nicht vorhanden; &quot;hvgpu activity&quot; listet alle auf</translation>
    </message>
    <message>
        <source>Several changes begin with &quot;%1&quot;; &quot;hvgpu activity&quot; lists them</source>
        <translation>Mehrere Änderungen beginnen mit &quot;%1&quot;; &quot;hvgpu activity&quot; listet alle auf</translation>
    </message>
    <message>
        <source>Not all changes are known, also not whether they left virtual machines off; these could not be read:</source>
        <translation>Nicht alle Änderungen sind bekannt, auch nicht, ob sie VMs ausgeschaltet zurückgelassen haben; Folgendes konnte nicht gelesen werden:</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n seconds ago</source>
        <translation>
            <numerusform>vor %n Sekunde</numerusform>
            <numerusform>vor %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arguments</name>
    <message>
        <source>Print the version and exit</source>
        <translation>Version ausgeben und beenden</translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation>Diese Hilfe ausgeben und beenden</translation>
    </message>
    <message>
        <source>One row per server, also for servers that cannot be reached</source>
        <translation>Eine Zeile pro Server, auch für nicht erreichbare Server</translation>
    </message>
    <message>
        <source>One row per GPU with what it can be used for</source>
        <translation>Eine Zeile pro GPU mit ihrem Verwendungszweck</translation>
    </message>
    <message>
        <source>One row per GPU partition, free ones too</source>
        <translation>Eine Zeile pro GPU-Partition, auch für freie</translation>
    </message>
    <message>
        <source>One row per virtual machine</source>
        <translation>Eine Zeile pro virtuellem Computer</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Use a simulated fleet</source>
        <translation>Eine simulierte Umgebung verwenden</translation>
    </message>
    <message>
        <source>Servers: NAME, NAME:PORT or https://NAME:PORT; may be repeated</source>
        <translation>Server: NAME, NAME:PORT oder https://NAME:PORT; mehrfach möglich</translation>
    </message>
    <message>
        <source>Clusters, by their name or that of any node; may be repeated</source>
        <translation>Cluster, nach ihrem Namen oder dem eines beliebigen Knotens; mehrfach möglich</translation>
    </message>
    <message>
        <source>User name for every server without one</source>
        <translation>Benutzername für alle Server, für die keiner angegeben ist</translation>
    </message>
    <message>
        <source>Certificates (PEM) to trust instead of the system&apos;s</source>
        <translation>Zertifikate (PEM), denen anstelle der Systemzertifikate vertraut wird</translation>
    </message>
    <message>
        <source>Allow sending the password over plain HTTP (labs only)</source>
        <translation>Senden des Kennworts über unverschlüsseltes HTTP zulassen (nur für Testumgebungen)</translation>
    </message>
    <message>
        <source>Seconds a call to a server may take</source>
        <translation>Zeitlimit in Sekunden für einen Aufruf an einen Server</translation>
    </message>
    <message>
        <source>Servers read at the same time</source>
        <translation>Anzahl gleichzeitig gelesener Server</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Write to this file instead of standard output</source>
        <translation>In diese Datei statt in die Standardausgabe schreiben</translation>
    </message>
    <message>
        <source>Begin CSV with a byte order mark, for Excel</source>
        <translation>CSV mit einer Bytereihenfolge-Marke (BOM) beginnen, für Excel</translation>
    </message>
    <message>
        <source>Cut tables to this many columns; 0 never cuts</source>
        <translation>Tabellen auf diese Anzahl Zeichen pro Zeile kürzen; 0 kürzt nie</translation>
    </message>
    <message>
        <source>Say more on standard error</source>
        <translation>Ausführlichere Meldungen auf der Standardfehlerausgabe</translation>
    </message>
    <message>
        <source>hvgpu: an argument is not known; run with --help for more information</source>
        <translation>hvgpu: Ein Argument ist unbekannt; weitere Informationen mit --help</translation>
    </message>
    <message>
        <source>Shows and partitions the GPUs of Hyper-V servers and clusters.</source>
        <translation>Zeigt die GPUs von Hyper-V-Servern und -Clustern an und partitioniert sie.</translation>
    </message>
    <message>
        <source>Set the partition count of GPUs</source>
        <translation>Partitionsanzahl von GPUs festlegen</translation>
    </message>
    <message>
        <source>Give each of some virtual machines a GPU partition</source>
        <translation>VMs jeweils eine GPU-Partition zuweisen</translation>
    </message>
    <message>
        <source>Take GPU partitions away from virtual machines</source>
        <translation>Zuweisung von GPU-Partitionen zu VMs aufheben</translation>
    </message>
    <message>
        <source>Carry out a plan that was saved with --plan-out</source>
        <translation>Einen mit --plan-out gespeicherten Plan ausführen</translation>
    </message>
    <message>
        <source>One row per change that was made, or one per target of it</source>
        <translation>Eine Zeile pro ausgeführter Änderung oder pro Ziel einer Änderung</translation>
    </message>
    <message>
        <source>hvgpu: %1 is not known here; run with --help for more information</source>
        <translation>hvgpu: %1 ist hier nicht bekannt; weitere Informationen mit --help</translation>
    </message>
    <message>
        <source>Put back what a change has done</source>
        <translation>Eine Änderung zurücksetzen</translation>
    </message>
    <message>
        <source>Go on with a change that was cut off</source>
        <translation>Eine unterbrochene Änderung fortsetzen</translation>
    </message>
    <message>
        <source>Note that a change that was cut off has been dealt with</source>
        <translation>Eine unterbrochene Änderung als erledigt markieren</translation>
    </message>
    <message>
        <source>Check every prerequisite of clusters, servers and virtual machines</source>
        <translation>Alle Voraussetzungen von Clustern, Servern und VMs prüfen</translation>
    </message>
    <message>
        <source>Print only checks with this result; may be repeated</source>
        <translation>Nur Prüfungen mit diesem Ergebnis ausgeben; kann wiederholt werden</translation>
    </message>
    <message>
        <source>What is wrong, and with --fix the plan that puts it right</source>
        <translation>Was nicht stimmt, und mit --fix der Plan, der es behebt</translation>
    </message>
    <message>
        <source>Whole GPUs for virtual machines (Discrete Device Assignment)</source>
        <translation>Ganze GPUs für VMs (Discrete Device Assignment)</translation>
    </message>
    <message>
        <source>Give a virtual machine whole GPUs of its server</source>
        <translation>Einer VM ganze GPUs ihres Servers zuweisen</translation>
    </message>
    <message>
        <source>Take whole GPUs away from a virtual machine and give them back to the server</source>
        <translation>Ganze GPUs von einer VM entfernen und dem Server zurückgeben</translation>
    </message>
    <message>
        <source>Make GPUs ready for DDA assignment</source>
        <translation>GPUs für DDA-Zuweisung vorbereiten</translation>
    </message>
    <message>
        <source>Give dismounted GPUs back to their servers</source>
        <translation>Getrennte GPUs ihren Servern zurückgeben</translation>
    </message>
    <message>
        <source>Give back every GPU that is dismounted and that no virtual machine and no pool has</source>
        <translation>Jede getrennte GPU zurückgeben, die keiner VM und keinem Pool gehört</translation>
    </message>
    <message>
        <source>Make a GPU pool of the chosen GPUs</source>
        <translation>Aus den ausgewählten GPUs einen GPU-Pool erstellen</translation>
    </message>
    <message>
        <source>Give a virtual machine GPUs out of a pool</source>
        <translation>Einer VM GPUs aus einem Pool zuweisen</translation>
    </message>
    <message>
        <source>Delete a GPU pool</source>
        <translation>Einen GPU-Pool löschen</translation>
    </message>
    <message>
        <source>Settings of virtual machines</source>
        <translation>Einstellungen von VMs</translation>
    </message>
    <message>
        <source>Change settings that device assignment depends on</source>
        <translation>Einstellungen ändern, von denen die Gerätezuweisung abhängt</translation>
    </message>
    <message>
        <source>Test the connection to servers, one row per stage</source>
        <translation>Verbindung zu Servern testen, eine Zeile je Stufe</translation>
    </message>
    <message>
        <source>Save the password for servers in the keychain</source>
        <translation>Das Kennwort für Server im Schlüsselbund speichern</translation>
    </message>
    <message>
        <source>Take the password for servers out of the keychain</source>
        <translation>Das Kennwort für Server aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>Write a support file: versions, and how reading the given servers went; no passwords</source>
        <translation>Eine Supportdatei schreiben: Versionen und wie das Lesen der angegebenen Server verlief; keine Kennwörter</translation>
    </message>
    <message>
        <source>Keep the names of servers and accounts</source>
        <translation>Namen von Servern und Konten beibehalten</translation>
    </message>
    <message>
        <source>This computer, by its own WMI (on Windows only)</source>
        <translation>Dieser Computer über sein eigenes WMI (nur unter Windows)</translation>
    </message>
    <message>
        <source>How to reach --server and --cluster: wsman, or dcom (on Windows only)</source>
        <translation>Wie --server und --cluster erreicht werden: wsman oder dcom (nur unter Windows)</translation>
    </message>
    <message>
        <source>How to sign in to every server: negotiate (Kerberos, else NTLM; the default), kerberos, ntlm, basic, certificate or none; without --user as the current user</source>
        <translation>Art der Anmeldung an jedem Server: negotiate (Kerberos, sonst NTLM; Standard), kerberos, ntlm, basic, certificate oder none; ohne --user als aktueller Benutzer</translation>
    </message>
    <message>
        <source>SHA-256 of a server&apos;s certificate to trust, whoever issued it</source>
        <translation>SHA-256 eines Serverzertifikats, dem unabhängig vom Aussteller vertraut wird</translation>
    </message>
    <message>
        <source>Sign in with this certificate (PEM or PKCS #12 with its key), over https; the password opens the key</source>
        <translation>Mit diesem Zertifikat anmelden (PEM oder PKCS #12 mit Schlüssel), über HTTPS; das Kennwort öffnet den Schlüssel</translation>
    </message>
    <message>
        <source>HTTP proxy, http://HOST:PORT; those of the environment are not used</source>
        <translation>HTTP-Proxy, http://HOST:PORT; die der Umgebung werden nicht verwendet</translation>
    </message>
    <message>
        <source>table, csv, json or html; else by the name of the output file</source>
        <translation>table, csv, json oder html; sonst nach dem Namen der Ausgabedatei</translation>
    </message>
    <message>
        <source>Tables and pages with every column</source>
        <translation>Tabellen und Seiten mit allen Spalten</translation>
    </message>
    <message>
        <source>hvgpu: give --demo, --local, --server, --cluster or --servers</source>
        <translation>hvgpu: geben Sie --demo, --local, --server, --cluster oder --servers an</translation>
    </message>
    <message>
        <source>Make a partitioned GPU one that is assigned as a whole, or the other way round</source>
        <translation>Eine partitionierte GPU als Ganzes zuweisbar machen oder umgekehrt</translation>
    </message>
    <message>
        <source>%1 is no SHA-256 fingerprint: 64 hexadecimal digits, with or without colons</source>
        <translation>%1 ist kein SHA-256-Fingerabdruck: 64 hexadezimale Ziffern, mit oder ohne Doppelpunkte</translation>
    </message>
    <message>
        <source>Service that Kerberos asks for: HTTP (the default), WSMAN or host</source>
        <translation>Dienst, nach dem Kerberos fragt: HTTP (Standard), WSMAN oder host</translation>
    </message>
    <message>
        <source>Operations at the same time on one server</source>
        <translation>Gleichzeitige Vorgänge auf einem Server</translation>
    </message>
    <message>
        <source>--output %1: which format is it to be? Give --format table, csv, json or html</source>
        <translation>--output %1: Welches Format soll es sein? Geben Sie --format table, csv, json oder html an</translation>
    </message>
    <message>
        <source>hvgpu: there is no command “%1”; run with --help for the list of commands</source>
        <translation>hvgpu: Den Befehl „%1“ gibt es nicht; --help zeigt die Liste der Befehle</translation>
    </message>
    <message>
        <source>not the name of an account, without a password: user@domain.example or HOST\user</source>
        <translation>kein Kontoname, und zwar ohne Kennwort: benutzer@domäne.example oder HOST\benutzer</translation>
    </message>
    <message>
        <source>a user name or password does not belong into the address of a proxy: other users of this computer can see the command line</source>
        <translation>ein Benutzername oder Kennwort gehört nicht in die Adresse eines Proxys: andere Benutzer dieses Computers können die Befehlszeile sehen</translation>
    </message>
    <message>
        <source>only HTTP proxies can be used: http://HOST:PORT</source>
        <translation>nur HTTP-Proxys können verwendet werden: http://HOST:PORT</translation>
    </message>
    <message>
        <source>not the address of a proxy: http://HOST:PORT</source>
        <translation>nicht die Adresse eines Proxys: http://HOST:PORT</translation>
    </message>
    <message>
        <source>The password of --user comes from --password-file, the environment variable HVGPU_PASSWORD, the keychain or a prompt, never from the command line; those of other accounts from the keychain or a prompt.
Exit codes: 0 done, 1 error, 2 wrong usage, 3 some servers could not be read (the others are printed), 4 findings forbid the change, 5 not everything was changed, 6 a check failed or a finding is serious, 130 interrupted.</source>
        <translation>Das Kennwort von --user kommt aus --password-file, der Umgebungsvariablen HVGPU_PASSWORD, dem Schlüsselbund oder einer Eingabe, nie aus der Befehlszeile; die anderer Konten aus dem Schlüsselbund oder einer Eingabe.
Rückgabewerte: 0 erledigt, 1 Fehler, 2 falsche Verwendung, 3 einige Server konnten nicht gelesen werden (die anderen werden ausgegeben), 4 Befunde verbieten die Änderung, 5 nicht alles wurde geändert, 6 eine Prüfung ist fehlgeschlagen oder ein Befund ist ernst, 130 abgebrochen.</translation>
    </message>
    <message>
        <source>Server list: JSON, columns below a line of their names, or one name in each line</source>
        <translation>Serverliste: JSON, Spalten unter einer Zeile mit ihren Namen, oder ein Name je Zeile</translation>
    </message>
    <message>
        <source>File whose first line is the password of --user</source>
        <translation>Datei, deren erste Zeile das Kennwort von --user ist</translation>
    </message>
    <message>
        <source>hvgpu: --password-file holds the password of one account; give --user to say of which</source>
        <translation>hvgpu: --password-file enthält das Kennwort eines Kontos; geben Sie mit --user an, welches</translation>
    </message>
    <message>
        <source>Sign in with this certificate (PKCS #12 with its key: .p12, .pfx), over https; the password opens the key</source>
        <translation>Mit diesem Zertifikat anmelden (PKCS #12 mit Schlüssel: .p12, .pfx), über https; das Kennwort öffnet den Schlüssel</translation>
    </message>
</context>
<context>
    <name>ChangeOptions</name>
    <message>
        <source>say which GPUs: --gpu, --model, --on or --all-of-set</source>
        <translation>Geben Sie an, welche GPUs: --gpu, --model, --on oder --all-of-set</translation>
    </message>
    <message>
        <source>say which GPU partitions to take away: --vm, --gpu or --adapter</source>
        <translation>Geben Sie an, für welche GPU-Partitionen die Zuweisung aufgehoben werden soll: --vm, --gpu oder --adapter</translation>
    </message>
    <message>
        <source>say which virtual machines with --vm</source>
        <translation>Geben Sie mit --vm an, welche VMs</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Was geändert wird</translation>
    </message>
    <message>
        <source>Running virtual machines</source>
        <translation>Laufende VMs</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Carrying out</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>Choose from these of the servers only, by name; may be repeated</source>
        <translation>Nur unter diesen der Server auswählen, nach Namen; mehrfach möglich</translation>
    </message>
    <message>
        <source>GPU: instance path, GPU ID, location path, or name when it is the only one of that name</source>
        <translation>GPU: Instanzpfad, GPU-ID, Speicherortpfad oder Name, wenn er nur einmal vorkommt</translation>
    </message>
    <message>
        <source>Every partitionable GPU of this name</source>
        <translation>Alle partitionierbaren GPUs dieses Namens</translation>
    </message>
    <message>
        <source>With every GPU of the same configuration; alone, when there is only one such set</source>
        <translation>Mit allen GPUs derselben Konfiguration; allein, wenn es nur eine solche Gruppe gibt</translation>
    </message>
    <message>
        <source>Number of partitions</source>
        <translation>Anzahl der Partitionen</translation>
    </message>
    <message>
        <source>Virtual machine: GUID, or name when it is the only one of that name; may be repeated</source>
        <translation>VM: GUID oder Name, wenn er nur einmal vorkommt; mehrfach möglich</translation>
    </message>
    <message>
        <source>Partition adapter by its InstanceID; may be repeated</source>
        <translation>Partitionsadapter nach seiner InstanceID; mehrfach möglich</translation>
    </message>
    <message>
        <source>Take partitions of this size only, as the GPUs are configured, in bytes</source>
        <translation>Nur Partitionen dieser Größe verwenden, wie die GPUs konfiguriert sind, in Bytes</translation>
    </message>
    <message>
        <source>Leave the offline action of clustered virtual machines as it is</source>
        <translation>Die Offlineaktion von Cluster-VMs unverändert lassen</translation>
    </message>
    <message>
        <source>shutdown (when the time is up: ask, or without a terminal leave it as it is), shutdown-then-turn-off, turn-off, skip</source>
        <translation>shutdown (nach Ablauf der Zeit nachfragen, ohne Terminal unverändert lassen), shutdown-then-turn-off, turn-off, skip</translation>
    </message>
    <message>
        <source>Seconds a guest may take to shut down</source>
        <translation>Zeitlimit in Sekunden für das Herunterfahren eines Gasts</translation>
    </message>
    <message>
        <source>Print the plan and change nothing</source>
        <translation>Den Plan ausgeben und nichts ändern</translation>
    </message>
    <message>
        <source>Print the PowerShell that does the same and change nothing</source>
        <translation>Entsprechende PowerShell-Befehle ausgeben und nichts ändern</translation>
    </message>
    <message>
        <source>Save the plan for &quot;apply&quot; and change nothing</source>
        <translation>Den Plan für &quot;apply&quot; speichern und nichts ändern</translation>
    </message>
    <message>
        <source>Do not ask before changing anything</source>
        <translation>Vor Änderungen nicht nachfragen</translation>
    </message>
    <message>
        <source>Begin with nothing further on any server once something has failed</source>
        <translation>Nach einem Fehler auf keinem Server etwas Weiteres beginnen</translation>
    </message>
    <message>
        <source>Refuse everything that changes something</source>
        <translation>Alles ablehnen, was etwas ändert</translation>
    </message>
    <message>
        <source>Where journals are kept instead of the usual place</source>
        <translation>Ordner für Journale anstelle des üblichen</translation>
    </message>
    <message>
        <source>Plan saved with --plan-out</source>
        <translation>Mit --plan-out gespeicherter Plan</translation>
    </message>
    <message>
        <source>Id of the change, or its beginning</source>
        <translation>ID der Änderung oder deren Anfang</translation>
    </message>
    <message>
        <source>Put right the finding with this id</source>
        <translation>Den Befund mit dieser ID beheben</translation>
    </message>
    <message>
        <source>say which finding to put right with --fix</source>
        <translation>geben Sie mit --fix an, welcher Befund behoben werden soll</translation>
    </message>
</context>
<context>
    <name>ChangeRun</name>
    <message>
        <source>There is no terminal to ask on; give --yes to make the change or --what-if to see it</source>
        <translation>Es ist kein Terminal für die Nachfrage vorhanden; --yes führt die Änderung aus, --what-if zeigt sie an</translation>
    </message>
    <message>
        <source>Do this?</source>
        <translation>Ausführen?</translation>
    </message>
    <message>
        <source>Read-only mode: nothing was changed</source>
        <translation>Schreibgeschützter Modus: Es wurde nichts geändert</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Es wurde nichts geändert</translation>
    </message>
    <message>
        <source>There is nothing to do</source>
        <translation>Es gibt nichts zu tun</translation>
    </message>
    <message>
        <source>The plan was saved to %1</source>
        <translation>Der Plan wurde in %1 gespeichert</translation>
    </message>
    <message>
        <source>The plan cannot be carried out; nothing was changed</source>
        <translation>Der Plan kann nicht ausgeführt werden; es wurde nichts geändert</translation>
    </message>
    <message>
        <source>The server &quot;%1&quot; of the plan is not among those given</source>
        <translation>Der Server &quot;%1&quot; des Plans gehört nicht zu den angegebenen</translation>
    </message>
    <message>
        <source>This plan has been carried out or begun before; see &quot;hvgpu activity %1&quot;</source>
        <translation>Dieser Plan wurde bereits ausgeführt oder begonnen; siehe &quot;hvgpu activity %1&quot;</translation>
    </message>
    <message>
        <source>An earlier change was cut off; see &quot;hvgpu activity %1&quot;</source>
        <translation>Eine frühere Änderung wurde unterbrochen; siehe &quot;hvgpu activity %1&quot;</translation>
    </message>
    <message>
        <source>Noted as dealt with</source>
        <translation>Als erledigt markiert</translation>
    </message>
    <message>
        <source>It was not cut off; there is nothing to resume</source>
        <translation>Der Vorgang wurde nicht unterbrochen; es gibt nichts fortzusetzen</translation>
    </message>
    <message>
        <source>This is resumed:</source>
        <translation>Fortgesetzt wird:</translation>
    </message>
    <message>
        <source>There is nothing recorded that could be put back</source>
        <translation>Es ist nichts aufgezeichnet, was zurückgesetzt werden könnte</translation>
    </message>
    <message>
        <source>This is put back:</source>
        <translation>Zurückgesetzt wird:</translation>
    </message>
    <message>
        <source>The plan was made %1 (%2)</source>
        <translation>Der Plan wurde %1 erstellt (%2)</translation>
    </message>
    <message>
        <source>The plan was made on %1, which is still to come by the clock of this computer</source>
        <translation>Der Plan wurde am %1 erstellt; nach der Uhr dieses Computers liegt das in der Zukunft</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>What decides could not be read.</source>
        <translation>Die maßgeblichen Daten konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Make sure that the account is an administrator of the server, and refresh.</source>
        <translation>Stellen Sie sicher, dass das Konto Administrator des Servers ist, und aktualisieren Sie.</translation>
    </message>
    <message>
        <source>The server does not report this.</source>
        <translation>Der Server meldet dies nicht.</translation>
    </message>
    <message>
        <source>Look into the firmware of the server, or ask its manufacturer.</source>
        <translation>Sehen Sie in der Firmware des Servers nach, oder fragen Sie den Hersteller.</translation>
    </message>
    <message>
        <source>This can be told only where the Hyper-V role is installed.</source>
        <translation>Dies ist nur feststellbar, wo die Hyper-V-Rolle installiert ist.</translation>
    </message>
    <message>
        <source>There is no GPU that can be partitioned.</source>
        <translation>Es ist keine partitionierbare GPU vorhanden.</translation>
    </message>
    <message>
        <source>This is the display output of the board or an older PCI device; it is not meant for virtual machines.</source>
        <translation>Dies ist die Bildausgabe des Mainboards oder ein älteres PCI-Gerät; es ist nicht für VMs gedacht.</translation>
    </message>
    <message>
        <source>This concerns GPU partitions only.</source>
        <translation>Dies betrifft nur GPU-Partitionen.</translation>
    </message>
    <message>
        <source>It is not a role of a cluster.</source>
        <translation>Sie ist keine Rolle eines Clusters.</translation>
    </message>
    <message>
        <source>No clustered virtual machine has a GPU partition.</source>
        <translation>Keine gruppierte VM verfügt über eine GPU-Partition.</translation>
    </message>
    <message>
        <source>Everything was read.</source>
        <translation>Alles wurde gelesen.</translation>
    </message>
    <message>
        <source>Some of it could not be read: %1.</source>
        <translation>Teile konnten nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>It could not be read.</source>
        <translation>Lesen nicht möglich.</translation>
    </message>
    <message>
        <source>Make sure that it is on and can be reached, and refresh.</source>
        <translation>Stellen Sie sicher, dass er eingeschaltet und erreichbar ist, und aktualisieren Sie.</translation>
    </message>
    <message>
        <source>The last time it could not be read. What is checked here is older.</source>
        <translation>Der letzte Lesevorgang ist fehlgeschlagen. Geprüft wird ein älterer Stand.</translation>
    </message>
    <message>
        <source>It has not been read yet.</source>
        <translation>Noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Windows Server 2025 or later (build %1).</source>
        <translation>Windows Server 2025 oder höher (Build %1).</translation>
    </message>
    <message>
        <source>Azure Local (build %1).</source>
        <translation>Azure Local (Build %1).</translation>
    </message>
    <message>
        <source>This Windows Server (build %1) is older than 2025. GPU partitions exist there, but are not supported, and live migration with them is not possible.</source>
        <translation>Dieses Windows Server (Build %1) ist älter als 2025. GPU-Partitionen gibt es dort, sie werden aber nicht unterstützt, und Livemigration damit ist nicht möglich.</translation>
    </message>
    <message>
        <source>Upgrade the server to Windows Server 2025.</source>
        <translation>Aktualisieren Sie den Server auf Windows Server 2025.</translation>
    </message>
    <message>
        <source>This Windows (build %1) cannot partition GPUs. It can assign whole GPUs only.</source>
        <translation>Dieses Windows (Build %1) kann GPUs nicht partitionieren. Es kann nur ganze GPUs zuweisen.</translation>
    </message>
    <message>
        <source>This is a Windows for workstations (build %1): GPUs can be paravirtualized, but neither partitioned nor assigned as a whole.</source>
        <translation>Dies ist ein Windows für Arbeitsstationen (Build %1): GPUs können paravirtualisiert, aber weder partitioniert noch als Ganzes zugewiesen werden.</translation>
    </message>
    <message>
        <source>Use Windows Server 2025.</source>
        <translation>Verwenden Sie Windows Server 2025.</translation>
    </message>
    <message>
        <source>The edition may cluster GPU partitions.</source>
        <translation>Die Edition erlaubt GPU-Partitionen in Clustern.</translation>
    </message>
    <message>
        <source>On a stand-alone server any edition will do.</source>
        <translation>Auf einem eigenständigen Server ist jede Edition geeignet.</translation>
    </message>
    <message>
        <source>The server is in a cluster, but its edition is not Datacenter.</source>
        <translation>Der Server gehört zu einem Cluster, aber seine Edition ist nicht Datacenter.</translation>
    </message>
    <message>
        <source>Upgrade the server to the Datacenter edition.</source>
        <translation>Aktualisieren Sie den Server auf die Datacenter-Edition.</translation>
    </message>
    <message>
        <source>The role is installed.</source>
        <translation>Die Rolle ist installiert.</translation>
    </message>
    <message>
        <source>The Hyper-V role is not installed.</source>
        <translation>Die Hyper-V-Rolle ist nicht installiert.</translation>
    </message>
    <message>
        <source>Install it: Install-WindowsFeature -Name Hyper-V -IncludeManagementTools -Restart</source>
        <translation>Installieren Sie sie: Install-WindowsFeature -Name Hyper-V -IncludeManagementTools -Restart</translation>
    </message>
    <message>
        <source>The hypervisor is running.</source>
        <translation>Der Hypervisor wird ausgeführt.</translation>
    </message>
    <message>
        <source>No hypervisor is running, and virtualization support is off in the firmware.</source>
        <translation>Es wird kein Hypervisor ausgeführt, und die Virtualisierungsunterstützung ist in der Firmware ausgeschaltet.</translation>
    </message>
    <message>
        <source>Enable it in the firmware setup (Intel VT-x, AMD-V) and start the server anew.</source>
        <translation>Aktivieren Sie sie im Firmware-Setup (Intel VT-x, AMD-V), und starten Sie den Server neu.</translation>
    </message>
    <message>
        <source>The firmware allows virtualization, but no hypervisor is running.</source>
        <translation>Die Firmware erlaubt Virtualisierung, aber es wird kein Hypervisor ausgeführt.</translation>
    </message>
    <message>
        <source>Install the Hyper-V role, and make sure that the hypervisor starts with Windows: bcdedit /set hypervisorlaunchtype auto</source>
        <translation>Installieren Sie die Hyper-V-Rolle, und stellen Sie sicher, dass der Hypervisor mit Windows startet: bcdedit /set hypervisorlaunchtype auto</translation>
    </message>
    <message>
        <source>The server supports SR-IOV.</source>
        <translation>Der Server unterstützt SR-IOV.</translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Meldung des Servers: %1</translation>
    </message>
    <message>
        <source>Enable SR-IOV, the IOMMU (VT-d, AMD-Vi) and control of PCI Express by the operating system in the firmware setup, and update the firmware.</source>
        <translation>Aktivieren Sie SR-IOV, die IOMMU (VT-d, AMD-Vi) und die Steuerung von PCI Express durch das Betriebssystem im Firmware-Setup, und aktualisieren Sie die Firmware.</translation>
    </message>
    <message>
        <source>The server does not support SR-IOV, and does not say why.</source>
        <translation>Der Server unterstützt SR-IOV nicht und gibt keinen Grund an.</translation>
    </message>
    <message>
        <source>Enable SR-IOV and the IOMMU (VT-d, AMD-Vi) in the firmware setup.</source>
        <translation>Aktivieren Sie SR-IOV und die IOMMU (VT-d, AMD-Vi) im Firmware-Setup.</translation>
    </message>
    <message>
        <source>An IOMMU protects the memory.</source>
        <translation>Eine IOMMU schützt den Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Windows sees no IOMMU that protects the memory.</source>
        <translation>Windows erkennt keine IOMMU, die den Arbeitsspeicher schützt.</translation>
    </message>
    <message>
        <source>Enable VT-d (Intel) or AMD-Vi (AMD) in the firmware setup.</source>
        <translation>Aktivieren Sie VT-d (Intel) oder AMD-Vi (AMD) im Firmware-Setup.</translation>
    </message>
    <message>
        <source>Processors of this kind track what devices write: %1.</source>
        <translation>Prozessoren dieser Art verfolgen, was Geräte schreiben: %1.</translation>
    </message>
    <message>
        <source>Processors of this kind do not track what devices write: %1. Virtual machines with a GPU partition are restarted when they change their server.</source>
        <translation>Prozessoren dieser Art verfolgen nicht, was Geräte schreiben: %1. VMs mit einer GPU-Partition werden neu gestartet, wenn sie den Server wechseln.</translation>
    </message>
    <message>
        <source>Live migration needs AMD EPYC 7002 or Intel Xeon Scalable of the 4th generation, or later.</source>
        <translation>Livemigration erfordert AMD EPYC 7002 oder Intel Xeon Scalable der 4. Generation oder neuer.</translation>
    </message>
    <message>
        <source>The name of the processor does not tell: %1.</source>
        <translation>Der Name des Prozessors sagt nichts darüber aus: %1.</translation>
    </message>
    <message>
        <source>Ask the manufacturer whether its IOMMU supports DMA bit tracking.</source>
        <translation>Fragen Sie den Hersteller, ob die IOMMU DMA-Bitnachverfolgung unterstützt.</translation>
    </message>
    <message>
        <source>Live migration is enabled.</source>
        <translation>Livemigration ist aktiviert.</translation>
    </message>
    <message>
        <source>Live migration is off on this stand-alone server.</source>
        <translation>Livemigration ist auf diesem eigenständigen Server ausgeschaltet.</translation>
    </message>
    <message>
        <source>Live migration is off, although the server is in a cluster.</source>
        <translation>Livemigration ist ausgeschaltet, obwohl der Server zu einem Cluster gehört.</translation>
    </message>
    <message>
        <source>Enable it: Enable-VMMigration</source>
        <translation>Aktivieren Sie sie: Enable-VMMigration</translation>
    </message>
    <message>
        <source>The policies are as strict as Windows Server has them.</source>
        <translation>Die Richtlinien sind so streng, wie Windows Server sie vorgibt.</translation>
    </message>
    <message>
        <source>Policies were switched off: %1. Virtual machines may get GPUs whose drivers do not keep them apart.</source>
        <translation>Richtlinien wurden ausgeschaltet: %1. VMs erhalten möglicherweise GPUs, deren Treiber sie nicht voneinander trennen.</translation>
    </message>
    <message>
        <source>Find out which tool did it and whether it is still needed, and remove the values.</source>
        <translation>Ermitteln Sie, welches Tool dies getan hat und ob es noch benötigt wird, und entfernen Sie die Werte.</translation>
    </message>
    <message>
        <source>Nothing is forced.</source>
        <translation>Nichts wird erzwungen.</translation>
    </message>
    <message>
        <source>GpuVirtualizationFlags is %1: all GPUs are paravirtualized and none can be partitioned.</source>
        <translation>GpuVirtualizationFlags ist %1: Alle GPUs werden paravirtualisiert, und keine kann partitioniert werden.</translation>
    </message>
    <message>
        <source>Remove the value and start the server anew.</source>
        <translation>Entfernen Sie den Wert, und starten Sie den Server neu.</translation>
    </message>
    <message>
        <source>No virtual machine has a RemoteFX adapter.</source>
        <translation>Keine VM hat einen RemoteFX-Adapter.</translation>
    </message>
    <message>
        <source>Virtual machines with such an adapter: %1.</source>
        <translation>VMs mit einem solchen Adapter: %1.</translation>
    </message>
    <message>
        <source>Remove it while the virtual machine is off: Remove-VMRemoteFx3dVideoAdapter</source>
        <translation>Entfernen Sie ihn, während die VM aus ist: Remove-VMRemoteFx3dVideoAdapter</translation>
    </message>
    <message>
        <source>GPUs found: %1.</source>
        <translation>Gefundene GPUs: %1.</translation>
    </message>
    <message>
        <source>The server has no GPU that could be given to virtual machines.</source>
        <translation>Der Server verfügt über keine GPU, die VMs zugewiesen werden könnte.</translation>
    </message>
    <message>
        <source>The driver works: %1 %2.</source>
        <translation>Der Treiber funktioniert: %1 %2.</translation>
    </message>
    <message>
        <source>No driver is installed.</source>
        <translation>Es ist kein Treiber installiert.</translation>
    </message>
    <message>
        <source>Install the driver of the manufacturer; for NVIDIA GPUs the vGPU host driver.</source>
        <translation>Installieren Sie den Treiber des Herstellers, für NVIDIA-GPUs den vGPU-Hosttreiber.</translation>
    </message>
    <message>
        <source>The device is disabled.</source>
        <translation>Das Gerät ist deaktiviert.</translation>
    </message>
    <message>
        <source>Enable it in the Device Manager, or finish what it was disabled for.</source>
        <translation>Aktivieren Sie es im Geräte-Manager, oder schließen Sie ab, wofür es deaktiviert wurde.</translation>
    </message>
    <message>
        <source>Windows reports problem code %1.</source>
        <translation>Windows meldet Problemcode %1.</translation>
    </message>
    <message>
        <source>Look at the device in the Device Manager; often the driver has to be installed anew.</source>
        <translation>Sehen Sie sich das Gerät im Geräte-Manager an; oft muss der Treiber neu installiert werden.</translation>
    </message>
    <message>
        <source>It is dismounted from the server, which therefore has no driver for it.</source>
        <translation>Sie ist vom Server getrennt, der daher keinen Treiber für sie hat.</translation>
    </message>
    <message>
        <source>It can be partitioned; the partition count is %1.</source>
        <translation>Sie kann partitioniert werden; die Partitionsanzahl ist %1.</translation>
    </message>
    <message>
        <source>It is only paravirtualized: SR-IOV does not work for it.</source>
        <translation>Sie wird nur paravirtualisiert: SR-IOV funktioniert für sie nicht.</translation>
    </message>
    <message>
        <source>Enable SR-IOV in the firmware setup, and use a GPU and a driver for servers.</source>
        <translation>Aktivieren Sie SR-IOV im Firmware-Setup, und verwenden Sie eine GPU und einen Treiber für Server.</translation>
    </message>
    <message>
        <source>Windows does not list it as partitionable.</source>
        <translation>Windows führt sie nicht als partitionierbar auf.</translation>
    </message>
    <message>
        <source>Install a driver that partitions it, if it is meant to be partitioned.</source>
        <translation>Installieren Sie einen Treiber, der sie partitioniert, wenn sie partitioniert werden soll.</translation>
    </message>
    <message>
        <source>Driver %1 belongs to vGPU software %2.</source>
        <translation>Treiber %1 gehört zur vGPU-Software %2.</translation>
    </message>
    <message>
        <source>Driver %1 belongs to vGPU software %2, which is older than 18: virtual machines with a partition cannot be live-migrated.</source>
        <translation>Treiber %1 gehört zur vGPU-Software %2, die älter als 18 ist: VMs mit einer Partition können nicht livemigriert werden.</translation>
    </message>
    <message>
        <source>Install NVIDIA vGPU software 18 or later on every node, and its guest drivers.</source>
        <translation>Installieren Sie auf jedem Knoten NVIDIA-vGPU-Software 18 oder höher und deren Gasttreiber.</translation>
    </message>
    <message>
        <source>The driver version does not tell: %1.</source>
        <translation>Die Treiberversion sagt nichts darüber aus: %1.</translation>
    </message>
    <message>
        <source>The GPU is not by NVIDIA.</source>
        <translation>Die GPU ist nicht von NVIDIA.</translation>
    </message>
    <message>
        <source>%1 is on the list.</source>
        <translation>%1 ist in der Liste enthalten.</translation>
    </message>
    <message>
        <source>%1 is supported for assignment as a whole only.</source>
        <translation>%1 wird nur für die Zuweisung als Ganzes unterstützt.</translation>
    </message>
    <message>
        <source>Assign it as a whole, or use another model for partitions.</source>
        <translation>Weisen Sie sie als Ganzes zu, oder verwenden Sie für Partitionen ein anderes Modell.</translation>
    </message>
    <message>
        <source>%1 is not on the list this program knows.</source>
        <translation>%1 ist nicht in der Liste enthalten, die dieses Programm kennt.</translation>
    </message>
    <message>
        <source>Ask the manufacturer whether it is supported.</source>
        <translation>Fragen Sie den Hersteller, ob sie unterstützt wird.</translation>
    </message>
    <message>
        <source>It is used in one way only.</source>
        <translation>Sie wird nur auf eine Art verwendet.</translation>
    </message>
    <message>
        <source>It is given away as a whole, but virtual machines have partitions of it: %1.</source>
        <translation>Sie ist als Ganzes zugewiesen, aber VMs haben Partitionen davon: %1.</translation>
    </message>
    <message>
        <source>Unassign the partitions, or give the GPU back to the server.</source>
        <translation>Heben Sie die Zuweisung der Partitionen auf, oder geben Sie die GPU dem Server zurück.</translation>
    </message>
    <message>
        <source>%1 is supported.</source>
        <translation>%1 wird unterstützt.</translation>
    </message>
    <message>
        <source>%1 is not on the list of supported guests.</source>
        <translation>%1 ist nicht in der Liste der unterstützten Gastbetriebssysteme enthalten.</translation>
    </message>
    <message>
        <source>Ask the manufacturer of the GPU whether there is a driver for it.</source>
        <translation>Fragen Sie den Hersteller der GPU, ob es dafür einen Treiber gibt.</translation>
    </message>
    <message>
        <source>The guest is known only while it runs with integration services.</source>
        <translation>Das Gastbetriebssystem ist nur bekannt, während die VM mit Integrationsdiensten ausgeführt wird.</translation>
    </message>
    <message>
        <source>It is of generation 2.</source>
        <translation>Sie ist eine VM der Generation 2.</translation>
    </message>
    <message>
        <source>It is of generation 1.</source>
        <translation>Sie ist eine VM der Generation 1.</translation>
    </message>
    <message>
        <source>Create it anew as generation 2.</source>
        <translation>Erstellen Sie sie als Generation 2 neu.</translation>
    </message>
    <message>
        <source>The version is %1.</source>
        <translation>Die Version ist %1.</translation>
    </message>
    <message>
        <source>Update it with Update-VMVersion while it is off. It cannot go back to older servers then.</source>
        <translation>Aktualisieren Sie die Version mit Update-VMVersion, während die VM aus ist. Sie kann danach nicht mehr auf ältere Server verschoben werden.</translation>
    </message>
    <message>
        <source>Memory is static.</source>
        <translation>Der Arbeitsspeicher ist statisch.</translation>
    </message>
    <message>
        <source>Memory is dynamic, but never goes below what it starts with.</source>
        <translation>Der Arbeitsspeicher ist dynamisch, fällt aber nie unter den Startwert.</translation>
    </message>
    <message>
        <source>Memory is dynamic: it starts with %1 MB, but may go down to %2 MB. It does not start with a GPU.</source>
        <translation>Der Arbeitsspeicher ist dynamisch: Er beginnt mit %1 MB, darf aber auf %2 MB fallen. Mit einer GPU startet die VM nicht.</translation>
    </message>
    <message>
        <source>Disable dynamic memory, or set its minimum to the startup memory.</source>
        <translation>Deaktivieren Sie den dynamischen Arbeitsspeicher, oder legen Sie sein Minimum auf den Arbeitsspeicher beim Start fest.</translation>
    </message>
    <message>
        <source>Memory is dynamic, which does not go with a device assigned as a whole.</source>
        <translation>Der Arbeitsspeicher ist dynamisch, was sich nicht mit einem als Ganzes zugewiesenen Gerät verträgt.</translation>
    </message>
    <message>
        <source>Disable dynamic memory.</source>
        <translation>Deaktivieren Sie den dynamischen Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Checkpoints are disabled.</source>
        <translation>Prüfpunkte sind deaktiviert.</translation>
    </message>
    <message>
        <source>Checkpoints are enabled.</source>
        <translation>Prüfpunkte sind aktiviert.</translation>
    </message>
    <message>
        <source>Disable checkpoints, also those that backups make.</source>
        <translation>Deaktivieren Sie Prüfpunkte, auch die von Sicherungen.</translation>
    </message>
    <message>
        <source>The cluster shuts it down by force.</source>
        <translation>Der Cluster fährt sie erzwungen herunter.</translation>
    </message>
    <message>
        <source>The offline action is %1 (0 turn off, 2 shut down); forced shut down (3) is recommended.</source>
        <translation>Die Offlineaktion ist %1 (0 ausschalten, 2 herunterfahren); empfohlen wird erzwungenes Herunterfahren (3).</translation>
    </message>
    <message>
        <source>Set the offline action to forced shut down (3).</source>
        <translation>Legen Sie die Offlineaktion auf erzwungenes Herunterfahren (3) fest.</translation>
    </message>
    <message>
        <source>The cluster would save it, which fails with a GPU: draining its server gets stuck, and it does not fail over.</source>
        <translation>Der Cluster würde sie speichern, was mit einer GPU fehlschlägt: Das Ausgleichen ihres Servers bleibt hängen, und es findet kein Failover statt.</translation>
    </message>
    <message>
        <source>It is not saved when the server shuts down.</source>
        <translation>Sie wird beim Herunterfahren des Servers nicht gespeichert.</translation>
    </message>
    <message>
        <source>It is to be saved when the server shuts down, which fails with a GPU.</source>
        <translation>Sie soll beim Herunterfahren des Servers gespeichert werden, was mit einer GPU fehlschlägt.</translation>
    </message>
    <message>
        <source>Set the automatic stop action to shut down or turn off.</source>
        <translation>Legen Sie die automatische Stoppaktion auf Herunterfahren oder Ausschalten fest.</translation>
    </message>
    <message>
        <source>With a device assigned as a whole the automatic stop action must be turn off.</source>
        <translation>Mit einem als Ganzes zugewiesenen Gerät muss die automatische Stoppaktion Ausschalten sein.</translation>
    </message>
    <message>
        <source>Set the automatic stop action to turn off.</source>
        <translation>Legen Sie die automatische Stoppaktion auf Ausschalten fest.</translation>
    </message>
    <message>
        <source>The guest controls cache types.</source>
        <translation>Der Gast steuert die Cachetypen.</translation>
    </message>
    <message>
        <source>The guest does not control cache types: the GPU is slow, or does not work.</source>
        <translation>Der Gast steuert die Cachetypen nicht: Die GPU ist langsam oder funktioniert nicht.</translation>
    </message>
    <message>
        <source>Turn it on while the virtual machine is off: Set-VM -GuestControlledCacheTypes $true</source>
        <translation>Schalten Sie dies ein, während die VM aus ist: Set-VM -GuestControlledCacheTypes $true</translation>
    </message>
    <message>
        <source>Low %1 MB, high %2 MB.</source>
        <translation>Unten %1 MB, oben %2 MB.</translation>
    </message>
    <message>
        <source>Low %1 MB, high %2 MB: as much as every new virtual machine has. Most GPUs need more and report code 12 in the guest.</source>
        <translation>Unten %1 MB, oben %2 MB: so viel wie jede neue VM. Die meisten GPUs benötigen mehr und melden im Gast Code 12.</translation>
    </message>
    <message>
        <source>Set the spaces to what the GPU needs, for example 3 GB and 33 GB.</source>
        <translation>Legen Sie die Bereiche auf das fest, was die GPU benötigt, zum Beispiel 3 GB und 33 GB.</translation>
    </message>
    <message>
        <source>It can move to: %1.</source>
        <translation>Sie kann wechseln zu: %1.</translation>
    </message>
    <message>
        <source>It cannot move away from %1 while it runs; it is restarted instead.</source>
        <translation>Sie kann %1 während der Ausführung nicht verlassen; sie wird stattdessen neu gestartet.</translation>
    </message>
    <message>
        <source>The evidence says for each node what is missing.</source>
        <translation>Die Belege nennen für jeden Knoten, was fehlt.</translation>
    </message>
    <message>
        <source>With a device assigned as a whole it cannot be live-migrated; it is restarted instead.</source>
        <translation>Mit einem als Ganzes zugewiesenen Gerät ist keine Livemigration möglich; die VM wird stattdessen neu gestartet.</translation>
    </message>
    <message>
        <source>All nodes are up and were read.</source>
        <translation>Alle Knoten sind verfügbar und wurden gelesen.</translation>
    </message>
    <message>
        <source>Not up, or not read: %1.</source>
        <translation>Nicht verfügbar oder nicht gelesen: %1.</translation>
    </message>
    <message>
        <source>The evidence says for each node what is the matter.</source>
        <translation>Die Belege nennen für jeden Knoten, was los ist.</translation>
    </message>
    <message>
        <source>All of its %1 GPUs are equal: %2.</source>
        <translation>Alle %1 GPUs sind gleich: %2.</translation>
    </message>
    <message>
        <source>The nodes have different GPUs: %1.</source>
        <translation>Die Knoten haben unterschiedliche GPUs: %1.</translation>
    </message>
    <message>
        <source>Install the same GPUs in every node, or split the cluster.</source>
        <translation>Installieren Sie in jedem Knoten die gleichen GPUs, oder teilen Sie den Cluster auf.</translation>
    </message>
    <message>
        <source>These nodes do not have the GPUs that the others have: %1.</source>
        <translation>Diese Knoten haben nicht die GPUs, die die anderen haben: %1.</translation>
    </message>
    <message>
        <source>Install the same GPUs in every node, and their driver.</source>
        <translation>Installieren Sie in jedem Knoten die gleichen GPUs und deren Treiber.</translation>
    </message>
    <message>
        <source>The driver is the same: %1.</source>
        <translation>Der Treiber ist gleich: %1.</translation>
    </message>
    <message>
        <source>Equal GPUs have different drivers: %1.</source>
        <translation>Gleiche GPUs haben unterschiedliche Treiber: %1.</translation>
    </message>
    <message>
        <source>Install the same driver on every node.</source>
        <translation>Installieren Sie auf jedem Knoten den gleichen Treiber.</translation>
    </message>
    <message>
        <source>The partition count is the same: %1.</source>
        <translation>Die Partitionsanzahl ist gleich: %1.</translation>
    </message>
    <message>
        <source>Equal GPUs have different partition counts: %1.</source>
        <translation>Gleiche GPUs haben unterschiedliche Partitionsanzahlen: %1.</translation>
    </message>
    <message>
        <source>Configure the same partition count on all of them.</source>
        <translation>Konfigurieren Sie auf allen die gleiche Partitionsanzahl.</translation>
    </message>
    <message>
        <source>GPUs are used in one way only.</source>
        <translation>GPUs werden nur auf eine Art verwendet.</translation>
    </message>
    <message>
        <source>Beside GPUs that can be partitioned there are some that are given away as a whole: %1.</source>
        <translation>Neben partitionierbaren GPUs gibt es welche, die als Ganzes zugewiesen sind: %1.</translation>
    </message>
    <message>
        <source>Keep one use per cluster.</source>
        <translation>Bleiben Sie je Cluster bei einer Verwendung.</translation>
    </message>
    <message>
        <source>Whichever node fails, the others have enough free partitions.</source>
        <translation>Welcher Knoten auch ausfällt, die anderen haben genügend freie Partitionen.</translation>
    </message>
    <message>
        <source>If %1 fails, %2 of its virtual machines find no free partition elsewhere.</source>
        <translation>Fällt %1 aus, finden %2 seiner VMs anderswo keine freie Partition.</translation>
    </message>
    <message>
        <source>Free partitions on other nodes, raise the partition count everywhere, or add GPUs.</source>
        <translation>Geben Sie Partitionen auf anderen Knoten frei, erhöhen Sie überall die Partitionsanzahl, oder fügen Sie GPUs hinzu.</translation>
    </message>
    <message>
        <source>Server can be read</source>
        <translation>Server kann gelesen werden</translation>
    </message>
    <message>
        <source>All other checks depend on what the server tells.</source>
        <translation>Alle anderen Prüfungen hängen davon ab, was der Server meldet.</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>GPU partitioning is supported on Windows Server 2025 and on Azure Local.</source>
        <translation>GPU-Partitionierung wird unter Windows Server 2025 und Azure Local unterstützt.</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>Edition</translation>
    </message>
    <message>
        <source>In a failover cluster, GPU partitioning needs the Datacenter edition.</source>
        <translation>In einem Failovercluster erfordert GPU-Partitionierung die Datacenter-Edition.</translation>
    </message>
    <message>
        <source>Hyper-V role</source>
        <translation>Hyper-V-Rolle</translation>
    </message>
    <message>
        <source>GPUs are given to virtual machines by Hyper-V.</source>
        <translation>GPUs werden VMs von Hyper-V zugewiesen.</translation>
    </message>
    <message>
        <source>Virtualization support</source>
        <translation>Virtualisierungsunterstützung</translation>
    </message>
    <message>
        <source>Virtualization support must be enabled in the firmware of the server.</source>
        <translation>Die Virtualisierungsunterstützung muss in der Firmware des Servers aktiviert sein.</translation>
    </message>
    <message>
        <source>SR-IOV</source>
        <translation>SR-IOV</translation>
    </message>
    <message>
        <source>SR-IOV must be enabled in the firmware, or GPUs can only be paravirtualized.</source>
        <translation>SR-IOV muss in der Firmware aktiviert sein, sonst können GPUs nur paravirtualisiert werden.</translation>
    </message>
    <message>
        <source>IOMMU</source>
        <translation>IOMMU</translation>
    </message>
    <message>
        <source>An IOMMU (Intel VT-d, AMD-Vi) keeps a GPU of one virtual machine away from the memory of others.</source>
        <translation>Eine IOMMU (Intel VT-d, AMD-Vi) hält die GPU einer VM vom Arbeitsspeicher anderer fern.</translation>
    </message>
    <message>
        <source>IOMMU DMA bit tracking</source>
        <translation>IOMMU-DMA-Bitnachverfolgung</translation>
    </message>
    <message>
        <source>A virtual machine with a GPU partition can be migrated while it runs only between processors whose IOMMU tracks what devices write.</source>
        <translation>Eine VM mit einer GPU-Partition kann während der Ausführung nur zwischen Prozessoren migriert werden, deren IOMMU verfolgt, was Geräte schreiben.</translation>
    </message>
    <message>
        <source>Live migration</source>
        <translation>Livemigration</translation>
    </message>
    <message>
        <source>Without it virtual machines are restarted when they change their server.</source>
        <translation>Ohne sie werden VMs neu gestartet, wenn sie den Server wechseln.</translation>
    </message>
    <message>
        <source>Device security policies</source>
        <translation>Gerätesicherheitsrichtlinien</translation>
    </message>
    <message>
        <source>Windows Server gives GPUs away only when their drivers promise to keep virtual machines apart, unless a policy says otherwise.</source>
        <translation>Windows Server weist GPUs nur zu, wenn ihre Treiber zusichern, VMs voneinander zu trennen, sofern keine Richtlinie etwas anderes festlegt.</translation>
    </message>
    <message>
        <source>Forced paravirtualization</source>
        <translation>Erzwungene Paravirtualisierung</translation>
    </message>
    <message>
        <source>A setting for developers makes Windows paravirtualize every GPU.</source>
        <translation>Eine Einstellung für Entwickler lässt Windows jede GPU paravirtualisieren.</translation>
    </message>
    <message>
        <source>RemoteFX adapters</source>
        <translation>RemoteFX-Adapter</translation>
    </message>
    <message>
        <source>RemoteFX was removed from Windows; virtual machines that have its adapter do not start.</source>
        <translation>RemoteFX wurde aus Windows entfernt; VMs mit diesem Adapter starten nicht.</translation>
    </message>
    <message>
        <source>GPU installed</source>
        <translation>GPU vorhanden</translation>
    </message>
    <message>
        <source>There must be a GPU that can be given to virtual machines.</source>
        <translation>Es muss eine GPU vorhanden sein, die VMs zugewiesen werden kann.</translation>
    </message>
    <message>
        <source>GPU driver</source>
        <translation>GPU-Treiber</translation>
    </message>
    <message>
        <source>The driver of the manufacturer must be installed and the GPU must work.</source>
        <translation>Der Treiber des Herstellers muss installiert sein, und die GPU muss funktionieren.</translation>
    </message>
    <message>
        <source>GPU can be partitioned</source>
        <translation>GPU ist partitionierbar</translation>
    </message>
    <message>
        <source>The driver must be one that partitions, and SR-IOV must work for the GPU.</source>
        <translation>Der Treiber muss partitionieren können, und SR-IOV muss für die GPU funktionieren.</translation>
    </message>
    <message>
        <source>NVIDIA vGPU software</source>
        <translation>NVIDIA-vGPU-Software</translation>
    </message>
    <message>
        <source>Live migration with a GPU partition needs NVIDIA vGPU software 18 or later.</source>
        <translation>Livemigration mit einer GPU-Partition erfordert NVIDIA-vGPU-Software 18 oder höher.</translation>
    </message>
    <message>
        <source>Supported GPU model</source>
        <translation>Unterstütztes GPU-Modell</translation>
    </message>
    <message>
        <source>Microsoft and the manufacturers support a list of models.</source>
        <translation>Microsoft und die Hersteller unterstützen eine Liste von Modellen.</translation>
    </message>
    <message>
        <source>One use per GPU</source>
        <translation>Eine Verwendung je GPU</translation>
    </message>
    <message>
        <source>A GPU is either assigned as a whole or partitioned, never both.</source>
        <translation>Eine GPU wird entweder als Ganzes zugewiesen oder partitioniert, nie beides.</translation>
    </message>
    <message>
        <source>Guest operating system</source>
        <translation>Gastbetriebssystem</translation>
    </message>
    <message>
        <source>Supported in virtual machines with a GPU partition: Windows 10 and Windows Server 2019 and later, Ubuntu 18.04, 20.04 and 22.04 LTS.</source>
        <translation>In VMs mit GPU-Partition unterstützt: Windows 10 und Windows Server 2019 und höher, Ubuntu 18.04, 20.04 und 22.04 LTS.</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>GPU partitions are meant for virtual machines of generation 2.</source>
        <translation>GPU-Partitionen sind für VMs der Generation 2 gedacht.</translation>
    </message>
    <message>
        <source>Configuration version</source>
        <translation>Konfigurationsversion</translation>
    </message>
    <message>
        <source>GPU partitions need configuration version 9.0 or later.</source>
        <translation>GPU-Partitionen erfordern Konfigurationsversion 9.0 oder höher.</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>A virtual machine with a GPU must have all of its memory when it starts.</source>
        <translation>Eine VM mit einer GPU muss beim Start über ihren gesamten Arbeitsspeicher verfügen.</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>Checkpoints fail while a virtual machine has a GPU.</source>
        <translation>Prüfpunkte schlagen fehl, solange eine VM eine GPU hat.</translation>
    </message>
    <message>
        <source>Offline action</source>
        <translation>Offlineaktion</translation>
    </message>
    <message>
        <source>A virtual machine with a GPU cannot be saved; to fail over it must be shut down by force.</source>
        <translation>Eine VM mit einer GPU kann nicht gespeichert werden; für ein Failover muss sie erzwungen heruntergefahren werden.</translation>
    </message>
    <message>
        <source>Automatic stop action</source>
        <translation>Automatische Stoppaktion</translation>
    </message>
    <message>
        <source>When the server shuts down, a virtual machine with a GPU cannot be saved.</source>
        <translation>Wenn der Server herunterfährt, kann eine VM mit einer GPU nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Write combining</source>
        <translation>Write Combining</translation>
    </message>
    <message>
        <source>A GPU assigned as a whole needs cache types that the guest controls.</source>
        <translation>Eine als Ganzes zugewiesene GPU erfordert vom Gast gesteuerte Cachetypen.</translation>
    </message>
    <message>
        <source>Memory-mapped I/O space</source>
        <translation>MMIO-Bereich</translation>
    </message>
    <message>
        <source>A GPU assigned as a whole needs room for its memory in the address space.</source>
        <translation>Eine als Ganzes zugewiesene GPU benötigt im Adressraum Platz für ihren Speicher.</translation>
    </message>
    <message>
        <source>Can be live-migrated</source>
        <translation>Livemigration möglich</translation>
    </message>
    <message>
        <source>Source and target need Windows Server 2025, IOMMU DMA bit tracking and live migration, the target a free partition of the same GPU and size. The move itself uses TCP/IP with compression and takes longer than without a GPU.</source>
        <translation>Quelle und Ziel erfordern Windows Server 2025, IOMMU-DMA-Bitnachverfolgung und Livemigration, das Ziel eine freie Partition der gleichen GPU und Größe. Die Übertragung verwendet TCP/IP mit Komprimierung und dauert länger als ohne GPU.</translation>
    </message>
    <message>
        <source>All nodes are up</source>
        <translation>Alle Knoten sind verfügbar</translation>
    </message>
    <message>
        <source>A node that is not up can neither run virtual machines nor take them over.</source>
        <translation>Ein nicht verfügbarer Knoten kann VMs weder ausführen noch übernehmen.</translation>
    </message>
    <message>
        <source>Same GPUs on every node</source>
        <translation>Gleiche GPUs auf jedem Knoten</translation>
    </message>
    <message>
        <source>GPUs of the same make, model and size must be in every server of the cluster.</source>
        <translation>Jeder Server des Clusters muss über GPUs gleichen Herstellers, Modells und gleicher Größe verfügen.</translation>
    </message>
    <message>
        <source>Same driver on every node</source>
        <translation>Gleicher Treiber auf jedem Knoten</translation>
    </message>
    <message>
        <source>Live migration and failover need the same driver on both sides.</source>
        <translation>Livemigration und Failover erfordern auf beiden Seiten den gleichen Treiber.</translation>
    </message>
    <message>
        <source>Same partition count on every node</source>
        <translation>Gleiche Partitionsanzahl auf jedem Knoten</translation>
    </message>
    <message>
        <source>A virtual machine finds a partition of its size on another node only when the counts are the same.</source>
        <translation>Eine VM findet auf einem anderen Knoten nur dann eine Partition ihrer Größe, wenn die Anzahlen gleich sind.</translation>
    </message>
    <message>
        <source>Partitions or whole GPUs in one cluster</source>
        <translation>Partitionen oder ganze GPUs in einem Cluster</translation>
    </message>
    <message>
        <source>Mixing both in one cluster is not supported.</source>
        <translation>Beides in einem Cluster zu mischen, wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>Survives the loss of a node</source>
        <translation>Übersteht den Ausfall eines Knotens</translation>
    </message>
    <message>
        <source>When a node fails, the other nodes must have free partitions for its virtual machines.</source>
        <translation>Fällt ein Knoten aus, müssen die anderen Knoten freie Partitionen für seine VMs haben.</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Could not read</source>
        <translation>Lesen nicht möglich</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht zutreffend</translation>
    </message>
    <message>
        <source>Low %1 MB, high %2 MB, but its devices need low %3 MB and high %4 MB at least. The guest reports code 12 then.</source>
        <translation>Unten %1 MB, oben %2 MB, ihre Geräte benötigen aber mindestens unten %3 MB und oben %4 MB. Der Gast meldet dann Code 12.</translation>
    </message>
    <message>
        <source>Set the spaces to what the devices need.</source>
        <translation>Legen Sie die Bereiche auf das fest, was die Geräte benötigen.</translation>
    </message>
</context>
<context>
    <name>Collector</name>
    <message>
        <source>Reading servers: %1 of %2</source>
        <translation>Server werden gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>%1: could not be read: %2</source>
        <translation>%1: nicht gelesen: %2</translation>
    </message>
    <message>
        <source>%1: the nodes of the cluster could not be listed</source>
        <translation>%1: Die Knoten des Clusters konnten nicht aufgelistet werden</translation>
    </message>
</context>
<context>
    <name>Conductor</name>
    <message>
        <source>putting back</source>
        <translation>wird zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>%1: the guest has not shut down in time. [w]ait on, [t]urn off, [s]kip?</source>
        <translation>%1: Der Gast ist nicht rechtzeitig heruntergefahren. Weiter [w]arten, [a]usschalten, über[s]pringen?</translation>
    </message>
    <message>
        <source>Stopping before the next step; what was begun is put back first. Press Ctrl+C again to end the program at once.</source>
        <translation>Abbruch vor dem nächsten Schritt; Begonnenes wird zuerst zurückgesetzt. Erneutes Drücken von STRG+C beendet das Programm sofort.</translation>
    </message>
    <message>
        <source>Interrupted in the middle. Go on with &quot;hvgpu resume %1&quot; or take it back with &quot;hvgpu undo %1&quot;.</source>
        <translation>Mittendrin unterbrochen. Setzen Sie mit &quot;hvgpu resume %1&quot; fort, oder machen Sie die Änderungen mit &quot;hvgpu undo %1&quot; rückgängig.</translation>
    </message>
    <message>
        <source>w</source>
        <comment>key for: wait on</comment>
        <translation>w</translation>
    </message>
    <message>
        <source>t</source>
        <comment>key for: turn off</comment>
        <translation>a</translation>
    </message>
    <message>
        <source>%1: the guest has not shut down in time; it is not turned off</source>
        <translation>%1: Der Gast ist nicht rechtzeitig heruntergefahren; er wird nicht ausgeschaltet</translation>
    </message>
    <message>
        <source>%1: %2; it is not turned off</source>
        <translation>%1: %2; sie wird nicht ausgeschaltet</translation>
    </message>
    <message>
        <source>%1: %2. [w] try again, [t]urn off, [s]kip?</source>
        <translation>%1: %2. [w] erneut versuchen, [t] ausschalten, [s] überspringen?</translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <source>On the server, in PowerShell as administrator:</source>
        <translation>Auf dem Server, in PowerShell als Administrator:</translation>
    </message>
    <message>
        <source>On a domain controller, in PowerShell as administrator:</source>
        <translation>Auf einem Domänencontroller, in PowerShell als Administrator:</translation>
    </message>
    <message>
        <source>On this computer:</source>
        <translation>Auf diesem Computer:</translation>
    </message>
    <message>
        <source>Name resolved</source>
        <translation>Name aufgelöst</translation>
    </message>
    <message>
        <source>Port open</source>
        <translation>Port offen</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Operating system (WMI)</source>
        <translation>Betriebssystem (WMI)</translation>
    </message>
    <message>
        <source>Hyper-V role</source>
        <translation>Hyper-V-Rolle</translation>
    </message>
    <message>
        <source>Rights on Hyper-V</source>
        <translation>Rechte für Hyper-V</translation>
    </message>
    <message>
        <source>Partitionable GPUs</source>
        <translation>Partitionierbare GPUs</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Management service</source>
        <translation>Verwaltungsdienst</translation>
    </message>
</context>
<context>
    <name>ConnectionTestRun</name>
    <message>
        <source>%1: %2: %3</source>
        <comment>server: stage: what happened</comment>
        <translation>%1: %2: %3</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>no display was found (neither DISPLAY nor WAYLAND_DISPLAY is set).
Start it in a graphical session, use the command line tool hvgpu, or write pictures with</source>
        <translation>Es wurde keine Anzeige gefunden (weder DISPLAY noch WAYLAND_DISPLAY ist festgelegt).
Starten Sie das Programm in einer grafischen Sitzung, verwenden Sie das Befehlszeilentool hvgpu, oder schreiben Sie Bilder mit</translation>
    </message>
</context>
<context>
    <name>ConsoleArguments</name>
    <message>
        <source>Shows and partitions the GPUs of Hyper-V servers and clusters. Options of Qt such as -style or -platform work, too.</source>
        <translation>Zeigt die GPUs von Hyper-V-Servern und -Clustern an und partitioniert sie. Qt-Optionen wie -style oder -platform sind ebenfalls möglich.</translation>
    </message>
    <message>
        <source>Print the version and exit</source>
        <translation>Version ausgeben und beenden</translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation>Diese Hilfe ausgeben und beenden</translation>
    </message>
    <message>
        <source>Open a simulated fleet: demo (the default), scale:HOSTSxGPUSxPARTITIONS or a fleet file</source>
        <translation>Eine simulierte Umgebung öffnen: demo (Standard), scale:HOSTSxGPUSxPARTITIONS oder eine Umgebungsdatei</translation>
    </message>
    <message>
        <source>Show this server instead of the saved list; may be repeated</source>
        <translation>Diesen Server anstelle der gespeicherten Liste anzeigen; mehrfach möglich</translation>
    </message>
    <message>
        <source>Show the servers of this list instead of the saved one</source>
        <translation>Die Server dieser Liste anstelle der gespeicherten anzeigen</translation>
    </message>
    <message>
        <source>Language of the program: en or de</source>
        <translation>Sprache des Programms: en oder de</translation>
    </message>
    <message>
        <source>Look of the program</source>
        <translation>Design des Programms</translation>
    </message>
    <message>
        <source>Only look: no command that changes anything on a server</source>
        <translation>Nur anzeigen: keine Befehle, die auf einem Server etwas ändern</translation>
    </message>
    <message>
        <source>Keep settings, server list and records of changes in this folder</source>
        <translation>Einstellungen, Serverliste und Aufzeichnungen von Änderungen in diesem Ordner speichern</translation>
    </message>
    <message>
        <source>Write pictures of the pages there once everything is read, and end</source>
        <translation>Nach dem Lesen aller Server Bilder der Seiten dort ablegen und beenden</translation>
    </message>
    <message>
        <source>Show this computer instead of the saved list (on Windows only)</source>
        <translation>Diesen Computer statt der gespeicherten Liste anzeigen (nur unter Windows)</translation>
    </message>
</context>
<context>
    <name>DeviceOptions</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Settings of the virtual machine</source>
        <translation>Einstellungen der VM</translation>
    </message>
    <message>
        <source>Leave other functions of the card (HDMI audio …) where they are</source>
        <translation>Andere Funktionen der Karte (HDMI-Audio …) belassen, wo sie sind</translation>
    </message>
    <message>
        <source>Dismount although the traffic of the device may reach other devices (no access control services)</source>
        <translation>Trennen, obwohl der Datenverkehr des Geräts andere Geräte erreichen kann (keine Zugriffssteuerungsdienste)</translation>
    </message>
    <message>
        <source>Dismount although the maker&apos;s mitigation driver is not installed</source>
        <translation>Trennen, obwohl der Schutztreiber des Herstellers nicht installiert ist</translation>
    </message>
    <message>
        <source>Both of these, as -Force does</source>
        <translation>Beides, wie -Force es tut</translation>
    </message>
    <message>
        <source>MMIO space below 4 GB, in MB: 128 to 3584</source>
        <translation>MMIO-Bereich unterhalb von 4 GB, in MB: 128 bis 3584</translation>
    </message>
    <message>
        <source>MMIO space above 4 GB, in MB</source>
        <translation>MMIO-Bereich oberhalb von 4 GB, in MB</translation>
    </message>
    <message>
        <source>Turn dynamic memory off</source>
        <translation>Dynamischen Arbeitsspeicher ausschalten</translation>
    </message>
    <message>
        <source>Disable checkpoints</source>
        <translation>Prüfpunkte deaktivieren</translation>
    </message>
    <message>
        <source>Leave the devices ready for another virtual machine</source>
        <translation>Geräte für eine andere VM bereit lassen</translation>
    </message>
    <message>
        <source>Leave the settings as they are, also when those from before are recorded</source>
        <translation>Einstellungen unverändert lassen, auch wenn die vorherigen aufgezeichnet sind</translation>
    </message>
    <message>
        <source>Automatic stop action: turn-off, save, shut-down</source>
        <translation>Automatische Stoppaktion: turn-off, save, shut-down</translation>
    </message>
    <message>
        <source>Offline action of clustered virtual machines: turn-off, save, shut-down, forced-shut-down</source>
        <translation>Offlineaktion gruppierter VMs: turn-off, save, shut-down, forced-shut-down</translation>
    </message>
    <message>
        <source>Guest-controlled cache types (write combining): on, off</source>
        <translation>Vom Gast gesteuerte Cachetypen (Write Combining): on, off</translation>
    </message>
    <message>
        <source>Name of the GPU pool</source>
        <translation>Name des GPU-Pools</translation>
    </message>
    <message>
        <source>How many devices of the pool</source>
        <translation>Anzahl der Geräte des Pools</translation>
    </message>
    <message>
        <source>Give the devices back to their servers</source>
        <translation>Die Geräte ihren Servern zurückgeben</translation>
    </message>
    <message>
        <source>say which virtual machine with --vm</source>
        <translation>geben Sie die VM mit --vm an</translation>
    </message>
    <message>
        <source>say one virtual machine only</source>
        <translation>geben Sie nur eine VM an</translation>
    </message>
    <message>
        <source>say which GPUs with --gpu</source>
        <translation>geben Sie die GPUs mit --gpu an</translation>
    </message>
    <message>
        <source>say what to set, for example --low-mmio</source>
        <translation>geben Sie an, was festgelegt werden soll, zum Beispiel --low-mmio</translation>
    </message>
    <message>
        <source>What the GPU is to be used for: dda (as a whole, by the virtual machine that --vm names), partitions</source>
        <translation>Wofür die GPU verwendet werden soll: dda (als Ganzes, von der mit --vm genannten VM), partitions</translation>
    </message>
    <message>
        <source>--vm goes with --to dda only; give GPU partitions to virtual machines with &quot;assign&quot;</source>
        <translation>--vm ist nur mit --to dda möglich; GPU-Partitionen werden VMs mit &quot;assign&quot; zugewiesen</translation>
    </message>
    <message>
        <source>say one GPU only</source>
        <translation>geben Sie nur eine GPU an</translation>
    </message>
</context>
<context>
    <name>DeviceSelection</name>
    <message>
        <source>&quot;%1&quot; has no such device</source>
        <translation>&quot;%1&quot; verfügt über kein solches Gerät</translation>
    </message>
    <message>
        <source>No GPU is dismounted without a virtual machine or a pool that has it</source>
        <translation>Keine GPU ist getrennt, ohne dass sie einer VM oder einem Pool gehört</translation>
    </message>
    <message>
        <source>There is no GPU pool &quot;%1&quot; on these servers</source>
        <translation>Auf diesen Servern gibt es keinen GPU-Pool &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>GPU is in another place now</source>
        <translation>GPU befindet sich jetzt an anderer Stelle</translation>
    </message>
    <message>
        <source>This virtual machine names its GPU by a path that does not exist any more. A GPU of the same model is there: %1. The card was put into another slot, or the firmware counts the slots anew. The virtual machine does not start.</source>
        <translation>Diese VM nennt ihre GPU mit einem Pfad, den es nicht mehr gibt. Eine GPU des gleichen Modells ist vorhanden: %1. Die Karte wurde in einen anderen Steckplatz gesteckt, oder die Firmware zählt die Steckplätze neu. Die VM startet nicht.</translation>
    </message>
    <message>
        <source>GPU is not in the server</source>
        <translation>GPU ist nicht im Server</translation>
    </message>
    <message>
        <source>This virtual machine names a GPU that is not in the server any more, and there is none of its model. The virtual machine does not start.</source>
        <translation>Diese VM nennt eine GPU, die sich nicht mehr im Server befindet, und es gibt keine ihres Modells. Die VM startet nicht.</translation>
    </message>
    <message>
        <source>Held for a deleted virtual machine</source>
        <translation>Für eine gelöschte VM reserviert</translation>
    </message>
    <message>
        <source>This GPU is held for a virtual machine that is not on the server: %1. It was deleted or moved while it had the GPU.</source>
        <translation>Diese GPU ist für eine VM reserviert, die sich nicht auf dem Server befindet: %1. Sie wurde gelöscht oder verschoben, während sie die GPU hatte.</translation>
    </message>
    <message>
        <source>More assignments than partitions</source>
        <translation>Mehr Zuweisungen als Partitionen</translation>
    </message>
    <message>
        <source>More virtual machines are assigned to this GPU than it has partitions. These do not start while the others run: %1. Windows says then &quot;Insufficient system resources exist to complete the requested service&quot;.</source>
        <translation>Dieser GPU sind mehr VMs zugewiesen, als sie Partitionen hat. Diese starten nicht, während die anderen ausgeführt werden: %1. Windows meldet dann &quot;Insufficient system resources exist to complete the requested service&quot;.</translation>
    </message>
    <message>
        <source>Unassign some, assign them to another GPU, or raise the partition count while no virtual machine is assigned.</source>
        <translation>Heben Sie Zuweisungen auf, weisen Sie eine andere GPU zu, oder erhöhen Sie die Partitionsanzahl, während keine VM zugewiesen ist.</translation>
    </message>
    <message>
        <source>Saved with a GPU</source>
        <translation>Mit GPU gespeichert</translation>
    </message>
    <message>
        <source>This virtual machine is saved and has a GPU. Its GPU cannot be changed, and resuming it often fails.</source>
        <translation>Diese VM ist gespeichert und hat eine GPU. Ihre GPU kann nicht geändert werden, und das Fortsetzen schlägt oft fehl.</translation>
    </message>
    <message>
        <source>RemoteFX adapter left over</source>
        <translation>Übrig gebliebener RemoteFX-Adapter</translation>
    </message>
    <message>
        <source>This virtual machine has a RemoteFX adapter. RemoteFX was removed from Windows in 2021; the virtual machine does not start.</source>
        <translation>Diese VM hat einen RemoteFX-Adapter. RemoteFX wurde 2021 aus Windows entfernt; die VM startet nicht.</translation>
    </message>
    <message>
        <source>Dismounted, and nobody uses it</source>
        <translation>Getrennt und von niemandem verwendet</translation>
    </message>
    <message>
        <source>This GPU is dismounted from the server, but no virtual machine has it. It may be kept ready, or was forgotten when a virtual machine was deleted.</source>
        <translation>Diese GPU ist vom Server getrennt, gehört aber keiner VM. Vielleicht wird sie bereitgehalten, oder sie wurde beim Löschen einer VM vergessen.</translation>
    </message>
    <message>
        <source>Assign it to a virtual machine, or give it back to the server.</source>
        <translation>Weisen Sie sie einer VM zu, oder geben Sie sie dem Server zurück.</translation>
    </message>
    <message>
        <source>GPU is disabled</source>
        <translation>GPU ist deaktiviert</translation>
    </message>
    <message>
        <source>This GPU is disabled: nobody can use it. That is the first half of giving it away as a whole, and what is left when it was given back.</source>
        <translation>Diese GPU ist deaktiviert: Niemand kann sie verwenden. Das ist die erste Hälfte der Zuweisung als Ganzes und das, was nach der Rückgabe übrig bleibt.</translation>
    </message>
    <message>
        <source>Enable it, or dismount it to assign it as a whole.</source>
        <translation>Aktivieren Sie sie, oder trennen Sie sie vom Server, um sie als Ganzes zuzuweisen.</translation>
    </message>
    <message>
        <source>GPU does not work</source>
        <translation>GPU funktioniert nicht</translation>
    </message>
    <message>
        <source>Windows reports problem code %1 for this GPU (28: no driver, 12: not enough resources, 43: stopped after it reported problems).</source>
        <translation>Windows meldet für diese GPU Problemcode %1 (28: kein Treiber, 12: nicht genügend Ressourcen, 43: nach gemeldeten Problemen angehalten).</translation>
    </message>
    <message>
        <source>Figures that are no sizes</source>
        <translation>Zahlen, die keine Größen sind</translation>
    </message>
    <message>
        <source>The figures that this paravirtualized GPU reports, VRAM too, are parts of 1,000,000,000 and no sizes, and quotas are not enforced. They are shown as percentages.</source>
        <translation>Die Zahlen, die diese paravirtualisierte GPU meldet, auch VRAM, sind Anteile von 1.000.000.000 und keine Größen, und Kontingente werden nicht durchgesetzt. Sie werden als Prozentsätze angezeigt.</translation>
    </message>
    <message>
        <source>Nothing has to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Cannot fail over: offline action is save</source>
        <translation>Kein Failover möglich: Offlineaktion ist Speichern</translation>
    </message>
    <message>
        <source>When the cluster takes this virtual machine offline, it would save it. That fails with a GPU: draining its server gets stuck, and it does not fail over.</source>
        <translation>Schaltet der Cluster diese VM offline, würde er sie speichern. Das schlägt mit einer GPU fehl: Das Ausgleichen ihres Servers bleibt hängen, und es findet kein Failover statt.</translation>
    </message>
    <message>
        <source>Set the offline action to forced shut down.</source>
        <translation>Legen Sie die Offlineaktion auf erzwungenes Herunterfahren fest.</translation>
    </message>
    <message>
        <source>Automatic stop action is save</source>
        <translation>Automatische Stoppaktion ist Speichern</translation>
    </message>
    <message>
        <source>When the server shuts down, this virtual machine is to be saved, which fails with a GPU.</source>
        <translation>Wenn der Server herunterfährt, soll diese VM gespeichert werden, was mit einer GPU fehlschlägt.</translation>
    </message>
    <message>
        <source>Set the automatic stop action to shut down or turn off.</source>
        <translation>Legen Sie die automatische Stoppaktion auf Herunterfahren oder Ausschalten fest.</translation>
    </message>
    <message>
        <source>Automatic stop action is not turn off</source>
        <translation>Automatische Stoppaktion ist nicht Ausschalten</translation>
    </message>
    <message>
        <source>A device is assigned to this virtual machine as a whole, but it is not turned off when the server shuts down. Hyper-V refuses to start it or to add devices.</source>
        <translation>Dieser VM ist ein Gerät als Ganzes zugewiesen, aber sie wird beim Herunterfahren des Servers nicht ausgeschaltet. Hyper-V verweigert den Start oder das Hinzufügen von Geräten.</translation>
    </message>
    <message>
        <source>Set the automatic stop action to turn off.</source>
        <translation>Legen Sie die automatische Stoppaktion auf Ausschalten fest.</translation>
    </message>
    <message>
        <source>Dynamic memory with a GPU</source>
        <translation>Dynamischer Arbeitsspeicher mit GPU</translation>
    </message>
    <message>
        <source>The memory of this virtual machine is dynamic (startup %1 MB, minimum %2 MB), which does not go with a GPU: it does not start.</source>
        <translation>Der Arbeitsspeicher dieser VM ist dynamisch (Start %1 MB, Minimum %2 MB), was sich nicht mit einer GPU verträgt: Sie startet nicht.</translation>
    </message>
    <message>
        <source>Disable dynamic memory.</source>
        <translation>Deaktivieren Sie den dynamischen Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Checkpoints enabled with a GPU</source>
        <translation>Prüfpunkte trotz GPU aktiviert</translation>
    </message>
    <message>
        <source>Checkpoints are enabled for this virtual machine. They fail while it has a GPU, those that backups make as well.</source>
        <translation>Für diese VM sind Prüfpunkte aktiviert. Sie schlagen fehl, solange sie eine GPU hat, auch die von Sicherungen.</translation>
    </message>
    <message>
        <source>Disable checkpoints.</source>
        <translation>Deaktivieren Sie Prüfpunkte.</translation>
    </message>
    <message>
        <source>No write combining</source>
        <translation>Kein Write Combining</translation>
    </message>
    <message>
        <source>A device is assigned to this virtual machine as a whole, but its guest does not control cache types: the GPU is slow, or does not work.</source>
        <translation>Dieser VM ist ein Gerät als Ganzes zugewiesen, aber ihr Gast steuert die Cachetypen nicht: Die GPU ist langsam oder funktioniert nicht.</translation>
    </message>
    <message>
        <source>Turn guest-controlled cache types on while it is off.</source>
        <translation>Schalten Sie vom Gast gesteuerte Cachetypen ein, während sie aus ist.</translation>
    </message>
    <message>
        <source>Memory-mapped I/O space as in a new machine</source>
        <translation>MMIO-Bereich wie bei einer neuen VM</translation>
    </message>
    <message>
        <source>A device is assigned to this virtual machine as a whole, but its memory-mapped I/O space is that of a new virtual machine (low %1 MB, high %2 MB). Most GPUs need more; the guest reports code 12 then.</source>
        <translation>Dieser VM ist ein Gerät als Ganzes zugewiesen, aber ihr MMIO-Bereich ist der einer neuen VM (unten %1 MB, oben %2 MB). Die meisten GPUs benötigen mehr; der Gast meldet dann Code 12.</translation>
    </message>
    <message>
        <source>Set the spaces to what the GPU needs.</source>
        <translation>Legen Sie die Bereiche auf das fest, was die GPU benötigt.</translation>
    </message>
    <message>
        <source>Partition counts differ in the cluster</source>
        <translation>Unterschiedliche Partitionsanzahlen im Cluster</translation>
    </message>
    <message>
        <source>Equal GPUs of this cluster have different partition counts: %1. A virtual machine finds no partition of its size on some nodes. A change may have been cut off half-way.</source>
        <translation>Gleiche GPUs dieses Clusters haben unterschiedliche Partitionsanzahlen: %1. Eine VM findet auf manchen Knoten keine Partition ihrer Größe. Möglicherweise wurde eine Änderung auf halbem Weg unterbrochen.</translation>
    </message>
    <message>
        <source>Configure the same partition count on all of them.</source>
        <translation>Konfigurieren Sie auf allen die gleiche Partitionsanzahl.</translation>
    </message>
    <message>
        <source>Drivers differ in the cluster</source>
        <translation>Unterschiedliche Treiber im Cluster</translation>
    </message>
    <message>
        <source>Equal GPUs of this cluster have different drivers: %1. Live migration may fail, and guests may report code 43 on another node.</source>
        <translation>Gleiche GPUs dieses Clusters haben unterschiedliche Treiber: %1. Livemigration schlägt möglicherweise fehl, und Gäste melden auf einem anderen Knoten möglicherweise Code 43.</translation>
    </message>
    <message>
        <source>Node could not be read</source>
        <translation>Knoten konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>This node could not be read the last time. What is shown of it is older, or missing.</source>
        <translation>Dieser Knoten konnte zuletzt nicht gelesen werden. Was von ihm angezeigt wird, ist älter oder fehlt.</translation>
    </message>
    <message>
        <source>Make sure that it is on and that remote management can be reached, and refresh.</source>
        <translation>Stellen Sie sicher, dass er eingeschaltet und die Remoteverwaltung erreichbar ist, und aktualisieren Sie.</translation>
    </message>
    <message>
        <source>Node is down</source>
        <translation>Knoten ist ausgefallen</translation>
    </message>
    <message>
        <source>The cluster says that this node is down.</source>
        <translation>Laut Cluster ist dieser Knoten ausgefallen.</translation>
    </message>
    <message>
        <source>Start it, or evict it from the cluster if it is gone for good.</source>
        <translation>Starten Sie ihn, oder entfernen Sie ihn aus dem Cluster, wenn er dauerhaft fehlt.</translation>
    </message>
    <message>
        <source>Node is paused</source>
        <translation>Knoten ist angehalten</translation>
    </message>
    <message>
        <source>The cluster has paused this node: it takes no virtual machines over.</source>
        <translation>Der Cluster hat diesen Knoten angehalten: Er übernimmt keine VMs.</translation>
    </message>
    <message>
        <source>Resume it when the maintenance is done: Resume-ClusterNode</source>
        <translation>Setzen Sie ihn nach der Wartung fort: Resume-ClusterNode</translation>
    </message>
    <message>
        <source>Node is being drained</source>
        <translation>Knoten wird ausgeglichen</translation>
    </message>
    <message>
        <source>The cluster is moving the virtual machines away from this node.</source>
        <translation>Der Cluster verschiebt die VMs von diesem Knoten weg.</translation>
    </message>
    <message>
        <source>Wait until that is done before you change anything on it.</source>
        <translation>Warten Sie, bis dies abgeschlossen ist, bevor Sie etwas daran ändern.</translation>
    </message>
    <message>
        <source>Node is isolated or in quarantine</source>
        <translation>Knoten ist isoliert oder in Quarantäne</translation>
    </message>
    <message>
        <source>The cluster does not trust this node: it lost its connection too often.</source>
        <translation>Der Cluster vertraut diesem Knoten nicht: Er hat zu oft die Verbindung verloren.</translation>
    </message>
    <message>
        <source>Find out why it loses its connection, then: Start-ClusterNode -ClearQuarantine</source>
        <translation>Ermitteln Sie, warum er die Verbindung verliert, und dann: Start-ClusterNode -ClearQuarantine</translation>
    </message>
    <message>
        <source>Server could not be read</source>
        <translation>Server konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>It could not be read the last time. What is shown of it is older, or missing.</source>
        <translation>Er konnte zuletzt nicht gelesen werden. Was von ihm angezeigt wird, ist älter oder fehlt.</translation>
    </message>
    <message>
        <source>Cluster cannot lose this node</source>
        <translation>Cluster übersteht den Ausfall dieses Knotens nicht</translation>
    </message>
    <message>
        <source>Clustered virtual machines use %1 GPU partitions of this node. If it fails, %2 of them find no free partition of the same GPU and size on the other nodes.</source>
        <translation>Gruppierte VMs verwenden %1 GPU-Partitionen dieses Knotens. Fällt er aus, finden %2 von ihnen auf den anderen Knoten keine freie Partition der gleichen GPU und Größe.</translation>
    </message>
    <message>
        <source>Security policy switched off</source>
        <translation>Sicherheitsrichtlinie ausgeschaltet</translation>
    </message>
    <message>
        <source>Values in the registry allow GPUs whose drivers do not keep virtual machines apart: %1. Tools for consumer GPUs write them.</source>
        <translation>Werte in der Registrierung erlauben GPUs, deren Treiber VMs nicht voneinander trennen: %1. Tools für Consumer-GPUs schreiben sie.</translation>
    </message>
    <message>
        <source>Find out which tool did it and whether it is still needed, and remove the values. This program does not change policies.</source>
        <translation>Ermitteln Sie, welches Tool dies getan hat und ob es noch benötigt wird, und entfernen Sie die Werte. Dieses Programm ändert keine Richtlinien.</translation>
    </message>
    <message>
        <source>Paravirtualization is forced</source>
        <translation>Paravirtualisierung wird erzwungen</translation>
    </message>
    <message>
        <source>A setting for developers makes Windows paravirtualize every GPU of this server, so that none can be partitioned.</source>
        <translation>Eine Einstellung für Entwickler lässt Windows jede GPU dieses Servers paravirtualisieren, sodass keine partitioniert werden kann.</translation>
    </message>
    <message>
        <source>A change was interrupted</source>
        <translation>Eine Änderung wurde unterbrochen</translation>
    </message>
    <message>
        <source>A change was begun and did not end (%1). Some of it may be done, and virtual machines may be off.</source>
        <translation>Eine Änderung wurde begonnen und nicht beendet (%1). Teile davon sind möglicherweise erledigt, und VMs sind möglicherweise aus.</translation>
    </message>
    <message>
        <source>Resume it, put it back or dismiss it on the tab Activity, or with hvgpu resume, undo or dismiss.</source>
        <translation>Setzen Sie sie auf der Registerkarte Aktivität oder mit hvgpu resume, undo oder dismiss fort, zurück oder markieren Sie sie als erledigt.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Unassign what it has, and assign the GPU that is there. Should Hyper-V not let go of it, put the card back into its old slot for that.</source>
        <translation>Heben Sie die Zuweisung auf, und weisen Sie die vorhandene GPU zu. Gibt Hyper-V sie nicht frei, stecken Sie die Karte dafür in ihren alten Steckplatz zurück.</translation>
    </message>
    <message>
        <source>Unassign it, and assign another GPU. Should Hyper-V not let go of it, put a GPU of that model back into the slot for that.</source>
        <translation>Heben Sie die Zuweisung auf, und weisen Sie eine andere GPU zu. Gibt Hyper-V sie nicht frei, stecken Sie dafür eine GPU dieses Modells in den Steckplatz zurück.</translation>
    </message>
    <message>
        <source>Refresh. A whole GPU can be given back to the server. Of a partition nothing is left that could be unassigned: start the service vmms anew.</source>
        <translation>Aktualisieren Sie. Eine ganze GPU kann dem Server zurückgegeben werden. Von einer Partition ist nichts mehr vorhanden, dessen Zuweisung aufgehoben werden könnte: Starten Sie den Dienst vmms neu.</translation>
    </message>
    <message>
        <source>Start it and shut its guest down, or delete its saved state. No plan decides that: starting it may fail, and with the saved state unsaved work is lost.</source>
        <translation>Starten Sie sie, und fahren Sie ihren Gast herunter, oder löschen Sie den gespeicherten Zustand. Darüber entscheidet kein Plan: Das Starten kann fehlschlagen, und mit dem gespeicherten Zustand geht nicht gespeicherte Arbeit verloren.</translation>
    </message>
    <message>
        <source>Remove the adapter while it is off: Remove-VMRemoteFx3dVideoAdapter. This program does not, because it could not put it back.</source>
        <translation>Entfernen Sie den Adapter, während sie ausgeschaltet ist: Remove-VMRemoteFx3dVideoAdapter. Dieses Programm tut es nicht, weil es ihn nicht wiederherstellen könnte.</translation>
    </message>
    <message>
        <source>Install the driver of the manufacturer, on the server itself: no plan installs drivers. Code 12 is often cured by firmware settings for large memory ranges (Above 4G Decoding).</source>
        <translation>Installieren Sie den Treiber des Herstellers auf dem Server selbst: Kein Plan installiert Treiber. Bei Code 12 helfen oft Firmwareeinstellungen für große Speicherbereiche (Above 4G Decoding).</translation>
    </message>
    <message>
        <source>Too little memory-mapped I/O space</source>
        <translation>Zu kleiner MMIO-Bereich</translation>
    </message>
    <message>
        <source>The memory-mapped I/O space of this virtual machine (low %1 MB, high %2 MB) is smaller than what its whole devices need (low %3 MB, high %4 MB). The guest reports code 12, or it does not start.</source>
        <translation>Der MMIO-Bereich dieser VM (unten %1 MB, oben %2 MB) ist kleiner als das, was ihre ganzen Geräte benötigen (unten %3 MB, oben %4 MB). Der Gast meldet Code 12, oder sie startet nicht.</translation>
    </message>
    <message>
        <source>Set the spaces to what the devices need.</source>
        <translation>Legen Sie die Bereiche auf das fest, was die Geräte benötigen.</translation>
    </message>
    <message>
        <source>Install the same driver on every node, and renew those of the guests. No plan installs drivers: what they need differs, and servers may have to be started anew.</source>
        <translation>Installieren Sie auf allen Knoten den gleichen Treiber, und erneuern Sie die der Gäste. Kein Plan installiert Treiber: Ihre Voraussetzungen unterscheiden sich, und Server müssen unter Umständen neu gestartet werden.</translation>
    </message>
    <message>
        <source>Free partitions on other nodes, raise the partition count everywhere, or add GPUs. Which virtual machines can do without is for people to say.</source>
        <translation>Geben Sie Partitionen auf anderen Knoten frei, erhöhen Sie überall die Partitionsanzahl, oder fügen Sie GPUs hinzu. Welche VMs darauf verzichten können, müssen Menschen entscheiden.</translation>
    </message>
    <message>
        <source>Remove the value GpuVirtualizationFlags and start the server anew. This program does not change the registry.</source>
        <translation>Entfernen Sie den Wert GpuVirtualizationFlags, und starten Sie den Server neu. Dieses Programm ändert die Registrierung nicht.</translation>
    </message>
    <message>
        <source>Windows leaks memory of guests</source>
        <translation>Windows verliert Arbeitsspeicher von Gästen</translation>
    </message>
    <message>
        <source>Guests lose memory on Windows before build 26100.4946 when several of them use paravirtualized GPUs; here build %1 runs, and %2 virtual machines do.</source>
        <translation>Unter Windows vor Build 26100.4946 verlieren Gäste Arbeitsspeicher, wenn mehrere paravirtualisierte GPUs verwenden; hier wird Build %1 ausgeführt, und %2 VMs verwenden sie.</translation>
    </message>
    <message>
        <source>Install the updates of Windows from August 2025 on. Until then, starting such a virtual machine anew frees what it lost.</source>
        <translation>Installieren Sie die Windows-Updates ab August 2025. Bis dahin gibt ein Neustart einer solchen VM den verlorenen Speicher frei.</translation>
    </message>
    <message>
        <source>GPU pool is not on every node</source>
        <translation>GPU-Pool nicht auf jedem Knoten</translation>
    </message>
    <message>
        <source>These nodes of the cluster have no GPU pool of this name: %1. Virtual machines that take their GPU from it cannot start there.</source>
        <translation>Diese Knoten des Clusters haben keinen GPU-Pool dieses Namens: %1. VMs, die ihre GPU daraus erhalten, können dort nicht starten.</translation>
    </message>
    <message>
        <source>Make a pool of the same name on them. A plan can do that when they have GPUs of the same model that are dismounted and free; otherwise choose GPUs with &quot;Create GPU pool&quot;.</source>
        <translation>Erstellen Sie dort einen Pool gleichen Namens. Ein Plan kann das, wenn sie getrennte, freie GPUs des gleichen Modells haben; wählen Sie andernfalls GPUs mit &quot;GPU-Pool erstellen&quot; aus.</translation>
    </message>
    <message>
        <source>GPU pools are nearly called the same</source>
        <translation>GPU-Pools heißen beinahe gleich</translation>
    </message>
    <message>
        <source>The nodes of this cluster spell the name of a GPU pool differently: %1. A virtual machine finds the pool only where the name is exactly the same.</source>
        <translation>Die Knoten dieses Clusters schreiben den Namen eines GPU-Pools unterschiedlich: %1. Eine VM findet den Pool nur dort, wo der Name genau gleich ist.</translation>
    </message>
    <message>
        <source>Unassign the virtual machines from the pool whose name is wrong, delete it and make it anew. No plan decides which name is the right one.</source>
        <translation>Heben Sie die Zuweisung der VMs zum falsch benannten Pool auf, löschen Sie ihn, und erstellen Sie ihn neu. Welcher Name der richtige ist, entscheidet kein Plan.</translation>
    </message>
    <message>
        <source>GPU pool with other devices</source>
        <translation>GPU-Pool mit anderen Geräten</translation>
    </message>
    <message>
        <source>This pool has devices that are no GPUs: %1. A virtual machine that takes a device from it may get one of them. Scripts that put everything dismounted into a pool do that.</source>
        <translation>Dieser Pool enthält Geräte, die keine GPUs sind: %1. Eine VM, die ein Gerät daraus erhält, kann eines davon bekommen. Das bewirken Skripts, die alles Getrennte in einen Pool aufnehmen.</translation>
    </message>
    <message>
        <source>Delete the pool and make it anew with GPUs only. No plan does it by itself, because virtual machines lose their places in it.</source>
        <translation>Löschen Sie den Pool, und erstellen Sie ihn nur mit GPUs neu. Kein Plan tut das von sich aus, weil VMs ihren Platz darin verlieren.</translation>
    </message>
    <message>
        <source>More assignments than the server has partitions</source>
        <translation>Mehr Zuweisungen, als der Server Partitionen hat</translation>
    </message>
    <message>
        <source>More partitions are assigned on this server than its GPUs have. For these virtual machines Hyper-V picks the GPU when they start, and some of them do not start while the others run: %1.</source>
        <translation>Auf diesem Server sind mehr Partitionen zugewiesen, als seine GPUs haben. Für diese virtuellen Computer wählt Hyper-V die GPU beim Start, und einige davon starten nicht, während die anderen laufen: %1.</translation>
    </message>
    <message>
        <source>Unassign some, use another server for them, or raise the partition count of a GPU while no virtual machine is assigned.</source>
        <translation>Heben Sie einige Zuweisungen auf, verwenden Sie dafür einen anderen Server, oder erhöhen Sie die Partitionsanzahl einer GPU, während kein virtueller Computer zugewiesen ist.</translation>
    </message>
    <message>
        <source>Server is in the list twice</source>
        <translation>Server steht zweimal in der Liste</translation>
    </message>
    <message>
        <source>This is the same computer as %1: both give the same name and were started at the same moment. Its GPUs, partitions and virtual machines are counted twice, and changes by both names can meet.</source>
        <translation>Das ist derselbe Computer wie %1: beide nennen denselben Namen und wurden im selben Augenblick gestartet. Seine GPUs, Partitionen und virtuellen Computer werden doppelt gezählt, und Änderungen unter beiden Namen können aufeinandertreffen.</translation>
    </message>
    <message>
        <source>Remove one of the two from the list of servers.</source>
        <translation>Entfernen Sie einen der beiden aus der Serverliste.</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>this computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The name %1 cannot be resolved</source>
        <translation>Der Name %1 kann nicht aufgelöst werden</translation>
    </message>
    <message>
        <source>No address is known for this name.</source>
        <translation>Für diesen Namen ist keine Adresse bekannt.</translation>
    </message>
    <message>
        <source>Check the spelling, use the full name (server.domain) or the IP address, and check the DNS settings of this computer.</source>
        <translation>Prüfen Sie die Schreibweise, verwenden Sie den vollständigen Namen (server.domäne) oder die IP-Adresse, und prüfen Sie die DNS-Einstellungen dieses Computers.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost</source>
        <translation>Die Verbindung mit %1 wurde getrennt</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Nothing accepts connections at this address and port: the server is off, remote management (WinRM) is not enabled, or a firewall is in the way.</source>
        <translation>Unter dieser Adresse und diesem Port werden keine Verbindungen angenommen: Der Server ist ausgeschaltet, die Remoteverwaltung (WinRM) ist nicht aktiviert, oder eine Firewall blockiert die Verbindung.</translation>
    </message>
    <message>
        <source>On the server run &quot;winrm quickconfig&quot; as administrator: it starts the service and opens port 5985. For HTTPS run &quot;winrm quickconfig -transport:https&quot; and open port 5986. Then check the port given here.</source>
        <translation>Führen Sie auf dem Server &quot;winrm quickconfig&quot; als Administrator aus: Damit wird der Dienst gestartet und Port 5985 geöffnet. Führen Sie für HTTPS &quot;winrm quickconfig -transport:https&quot; aus, und öffnen Sie Port 5986. Prüfen Sie dann den hier angegebenen Port.</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>No connection came about in time. Often a firewall drops the packets, or the address belongs to no running computer.</source>
        <translation>Es kam nicht rechtzeitig eine Verbindung zustande. Häufig verwirft eine Firewall die Pakete, oder die Adresse gehört zu keinem eingeschalteten Computer.</translation>
    </message>
    <message>
        <source>Check the address, the network and the firewall rule &quot;Windows Remote Management (HTTP-In)&quot; of the server; &quot;winrm quickconfig&quot; creates it.</source>
        <translation>Prüfen Sie die Adresse, das Netzwerk und die Firewallregel &quot;Windows-Remoteverwaltung (HTTP eingehend)&quot; des Servers; &quot;winrm quickconfig&quot; erstellt diese.</translation>
    </message>
    <message>
        <source>A job on %1 did not end in time</source>
        <translation>Ein Auftrag auf %1 wurde nicht rechtzeitig beendet</translation>
    </message>
    <message>
        <source>The server accepted the work, but did not finish it before the time limit. It may still finish.</source>
        <translation>Der Server hat den Auftrag angenommen, aber nicht innerhalb des Zeitlimits abgeschlossen. Er kann noch abgeschlossen werden.</translation>
    </message>
    <message>
        <source>Refresh after a while to see what was done.</source>
        <translation>Aktualisieren Sie nach einiger Zeit, um das Ergebnis zu sehen.</translation>
    </message>
    <message>
        <source>%1 took too long</source>
        <translation>%1 hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>The server is connected, but the answer did not come before the time limit.</source>
        <translation>Die Verbindung mit dem Server besteht, aber die Antwort kam nicht innerhalb des Zeitlimits.</translation>
    </message>
    <message>
        <source>Refresh, or raise the time limit. If it stays, restart the service &quot;Windows Management Instrumentation&quot; on the server.</source>
        <translation>Aktualisieren Sie, oder erhöhen Sie das Zeitlimit. Besteht das Problem weiter, starten Sie auf dem Server den Dienst &quot;Windows-Verwaltungsinstrumentation&quot; neu.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Abgebrochen: %1</translation>
    </message>
    <message>
        <source>The work was stopped before it was complete.</source>
        <translation>Der Vorgang wurde beendet, bevor er abgeschlossen war.</translation>
    </message>
    <message>
        <source>Start it again when you want the rest.</source>
        <translation>Starten Sie ihn erneut, um ihn abzuschließen.</translation>
    </message>
    <message>
        <source>%1 rejected the user name or the password</source>
        <translation>%1 hat den Benutzernamen oder das Kennwort abgelehnt</translation>
    </message>
    <message>
        <source>The server does not accept these credentials, or does not accept this kind of sign-in.</source>
        <translation>Der Server akzeptiert diese Anmeldeinformationen oder diese Art der Anmeldung nicht.</translation>
    </message>
    <message>
        <source>%1 wants a user name and a password</source>
        <translation>%1 erfordert einen Benutzernamen und ein Kennwort</translation>
    </message>
    <message>
        <source>The server does not answer without signing in, and no credentials were given.</source>
        <translation>Der Server antwortet nicht ohne Anmeldung, und es wurden keine Anmeldeinformationen angegeben.</translation>
    </message>
    <message>
        <source>Enter a user name and a password for this server.</source>
        <translation>Geben Sie einen Benutzernamen und ein Kennwort für diesen Server ein.</translation>
    </message>
    <message>
        <source>%1 denied access to this account</source>
        <translation>%1 hat diesem Konto den Zugriff verweigert</translation>
    </message>
    <message>
        <source>Signing in worked, but the account may not read or do this on the server.</source>
        <translation>Die Anmeldung war erfolgreich, aber das Konto darf dies auf dem Server nicht lesen oder ausführen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted</source>
        <translation>Das Zertifikat von %1 ist nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>The server&apos;s TLS certificate has expired, is for another name, or comes from an authority that this computer does not know. Nothing was sent.</source>
        <translation>Das TLS-Zertifikat des Servers ist abgelaufen, gilt für einen anderen Namen oder stammt von einer Zertifizierungsstelle, die diesem Computer nicht bekannt ist. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The password was not sent to %1 without encryption</source>
        <translation>%1: Das Kennwort wurde nicht unverschlüsselt gesendet</translation>
    </message>
    <message>
        <source>Basic authentication over plain HTTP would show the password to everybody on the network.</source>
        <translation>Bei der Basic-Authentifizierung über unverschlüsseltes HTTP könnte jeder im Netzwerk das Kennwort mitlesen.</translation>
    </message>
    <message>
        <source>Use HTTPS (port 5986). In a lab network you can allow it for this server explicitly.</source>
        <translation>Verwenden Sie HTTPS (Port 5986). In einem Testnetzwerk können Sie es für diesen Server ausdrücklich zulassen.</translation>
    </message>
    <message>
        <source>%1 refuses unencrypted messages</source>
        <translation>%1 lehnt unverschlüsselte Nachrichten ab</translation>
    </message>
    <message>
        <source>The server&apos;s WinRM service accepts encrypted messages only, which is its default.</source>
        <translation>Der WinRM-Dienst des Servers akzeptiert nur verschlüsselte Nachrichten; dies ist die Standardeinstellung.</translation>
    </message>
    <message>
        <source>Use HTTPS (port 5986; on the server &quot;winrm quickconfig -transport:https&quot;). In a lab only: winrm set winrm/config/service @{AllowUnencrypted=&quot;true&quot;}.</source>
        <translation>Verwenden Sie HTTPS (Port 5986; auf dem Server &quot;winrm quickconfig -transport:https&quot;). Nur in Testumgebungen: winrm set winrm/config/service @{AllowUnencrypted=&quot;true&quot;}.</translation>
    </message>
    <message>
        <source>No secure connection to %1</source>
        <translation>Keine sichere Verbindung mit %1</translation>
    </message>
    <message>
        <source>Something answers at this port, but it does not speak HTTPS as expected.</source>
        <translation>An diesem Port antwortet ein Dienst, aber nicht wie erwartet über HTTPS.</translation>
    </message>
    <message>
        <source>Check the port: 5986 is the usual one for HTTPS, 5985 for HTTP.</source>
        <translation>Prüfen Sie den Port: Üblich sind 5986 für HTTPS und 5985 für HTTP.</translation>
    </message>
    <message>
        <source>%1 is not a WinRM service</source>
        <translation>%1 ist kein WinRM-Dienst</translation>
    </message>
    <message>
        <source>Something answers at this address, but not as Windows remote management does.</source>
        <translation>Unter dieser Adresse antwortet ein Dienst, aber nicht wie die Windows-Remoteverwaltung.</translation>
    </message>
    <message>
        <source>Check address and port, and whether a proxy stands in between.</source>
        <translation>Prüfen Sie Adresse und Port und ob ein Proxy dazwischengeschaltet ist.</translation>
    </message>
    <message>
        <source>The answer of %1 is too large</source>
        <translation>Die Antwort von %1 ist zu groß</translation>
    </message>
    <message>
        <source>The answer exceeds a safety limit of this program and was not read to its end.</source>
        <translation>Die Antwort überschreitet eine Sicherheitsgrenze dieses Programms und wurde nicht vollständig gelesen.</translation>
    </message>
    <message>
        <source>Copy the details and report them; such an answer is not expected from a server.</source>
        <translation>Kopieren Sie die Details, und melden Sie sie; eine solche Antwort ist von einem Server nicht zu erwarten.</translation>
    </message>
    <message>
        <source>A quota of %1 is used up</source>
        <translation>Ein Kontingent von %1 ist ausgeschöpft</translation>
    </message>
    <message>
        <source>The server limits the size of answers or the number of operations per user.</source>
        <translation>Der Server begrenzt die Größe von Antworten oder die Anzahl der Vorgänge pro Benutzer.</translation>
    </message>
    <message>
        <source>Try again later, or raise the quota on the server, for example winrm set winrm/config @{MaxEnvelopeSizekb=&quot;2048&quot;}.</source>
        <translation>Versuchen Sie es später erneut, oder erhöhen Sie das Kontingent auf dem Server, beispielsweise mit winrm set winrm/config @{MaxEnvelopeSizekb=&quot;2048&quot;}.</translation>
    </message>
    <message>
        <source>The job on %1 is gone</source>
        <translation>Der Auftrag auf %1 ist nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>The server removes finished jobs after some minutes.</source>
        <translation>Der Server entfernt abgeschlossene Aufträge nach einigen Minuten.</translation>
    </message>
    <message>
        <source>Refresh to see its result.</source>
        <translation>Aktualisieren Sie, um das Ergebnis zu sehen.</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 ist nicht vorhanden</translation>
    </message>
    <message>
        <source>The file or folder was not found on this computer.</source>
        <translation>Die Datei oder der Ordner wurde auf diesem Computer nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>%1 does not find the object</source>
        <translation>%1 findet das Objekt nicht</translation>
    </message>
    <message>
        <source>It was removed, renamed or moved to another server in the meantime.</source>
        <translation>Es wurde inzwischen entfernt, umbenannt oder auf einen anderen Server verschoben.</translation>
    </message>
    <message>
        <source>Refresh and try again.</source>
        <translation>Aktualisieren Sie, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 does not offer this WMI namespace</source>
        <translation>%1 bietet diesen WMI-Namespace nicht an</translation>
    </message>
    <message>
        <source>A missing root\virtualization\v2 means that the Hyper-V role is not installed; a missing root\MSCluster means that the server is in no cluster.</source>
        <translation>Fehlt root\virtualization\v2, ist die Hyper-V-Rolle nicht installiert; fehlt root\MSCluster, gehört der Server zu keinem Cluster.</translation>
    </message>
    <message>
        <source>Install the Hyper-V role on the server: Install-WindowsFeature Hyper-V -IncludeManagementTools -Restart.</source>
        <translation>Installieren Sie die Hyper-V-Rolle auf dem Server: Install-WindowsFeature Hyper-V -IncludeManagementTools -Restart.</translation>
    </message>
    <message>
        <source>%1 does not know this WMI class</source>
        <translation>%1 kennt diese WMI-Klasse nicht</translation>
    </message>
    <message>
        <source>The server&apos;s version of Windows is older than the function asked for.</source>
        <translation>Die Windows-Version des Servers ist älter als die angeforderte Funktion.</translation>
    </message>
    <message>
        <source>GPU partitions need Windows Server 2025 for everything, 2022 for a part.</source>
        <translation>GPU-Partitionen erfordern für den vollen Funktionsumfang Windows Server 2025, für einen Teil davon Windows Server 2022.</translation>
    </message>
    <message>
        <source>%1 does not accept the query</source>
        <translation>%1 akzeptiert die Abfrage nicht</translation>
    </message>
    <message>
        <source>A property that was asked for does not exist on the server, or the query is wrong.</source>
        <translation>Eine abgefragte Eigenschaft ist auf dem Server nicht vorhanden, oder die Abfrage ist falsch.</translation>
    </message>
    <message>
        <source>Copy the details and report them together with the server&apos;s version of Windows.</source>
        <translation>Kopieren Sie die Details, und melden Sie sie zusammen mit der Windows-Version des Servers.</translation>
    </message>
    <message>
        <source>%1 is not usable as given</source>
        <translation>%1 ist in dieser Form nicht verwendbar</translation>
    </message>
    <message>
        <source>A value of a setting or a file has the wrong form.</source>
        <translation>Ein Wert in einer Einstellung oder einer Datei hat das falsche Format.</translation>
    </message>
    <message>
        <source>See the details for what is wrong, and correct it.</source>
        <translation>Entnehmen Sie den Details, was falsch ist, und korrigieren Sie es.</translation>
    </message>
    <message>
        <source>%1 does not accept a value</source>
        <translation>%1 akzeptiert einen Wert nicht</translation>
    </message>
    <message>
        <source>The server calls a value invalid; Hyper-V gives this answer for many causes.</source>
        <translation>Der Server meldet einen ungültigen Wert; Hyper-V gibt diese Antwort aus vielen Gründen.</translation>
    </message>
    <message>
        <source>Refresh, compare the value with what the GPU allows, and try again.</source>
        <translation>Aktualisieren Sie, vergleichen Sie den Wert mit den für die GPU zulässigen Werten, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 cannot do this in the present state</source>
        <translation>%1 kann dies im aktuellen Zustand nicht ausführen</translation>
    </message>
    <message>
        <source>The virtual machine or the device is in a state that does not allow the change; many changes need a virtual machine that is off, not saved.</source>
        <translation>Die VM oder das Gerät befindet sich in einem Zustand, der die Änderung nicht zulässt; für viele Änderungen muss die VM ausgeschaltet, also nicht nur gespeichert sein.</translation>
    </message>
    <message>
        <source>Turn off the virtual machine and try again.</source>
        <translation>Schalten Sie die VM aus, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The object is in use on %1</source>
        <translation>Das Objekt wird auf %1 verwendet</translation>
    </message>
    <message>
        <source>A virtual machine or another operation holds it.</source>
        <translation>Eine VM oder ein anderer Vorgang verwendet es.</translation>
    </message>
    <message>
        <source>Stop what uses it, for example the virtual machines with partitions of the GPU, and try again.</source>
        <translation>Beenden Sie, was es verwendet, beispielsweise die VMs mit Partitionen der GPU, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>%1 does not let this value be changed</source>
        <translation>%1 lässt die Änderung dieses Werts nicht zu</translation>
    </message>
    <message>
        <source>The property is read-only on this server.</source>
        <translation>Die Eigenschaft ist auf diesem Server schreibgeschützt.</translation>
    </message>
    <message>
        <source>Check that the GPU&apos;s driver supports changing it.</source>
        <translation>Prüfen Sie, ob der Treiber der GPU die Änderung unterstützt.</translation>
    </message>
    <message>
        <source>%1 does not support this</source>
        <translation>%1 unterstützt dies nicht</translation>
    </message>
    <message>
        <source>The server&apos;s version of Windows, its driver or its configuration lacks the function.</source>
        <translation>Der Windows-Version des Servers, seinem Treiber oder seiner Konfiguration fehlt diese Funktion.</translation>
    </message>
    <message>
        <source>Check the version of Windows and the GPU&apos;s driver on the server.</source>
        <translation>Prüfen Sie die Windows-Version und den GPU-Treiber auf dem Server.</translation>
    </message>
    <message>
        <source>Hyper-V on %1 is restarting</source>
        <translation>Hyper-V auf %1 wird neu gestartet</translation>
    </message>
    <message>
        <source>The virtual machine management service is shutting down or starting.</source>
        <translation>Der Dienst für die Verwaltung virtueller Computer wird gerade beendet oder gestartet.</translation>
    </message>
    <message>
        <source>Wait a moment and refresh; virtual machines keep running meanwhile.</source>
        <translation>Warten Sie einen Moment, und aktualisieren Sie; VMs werden währenddessen weiter ausgeführt.</translation>
    </message>
    <message>
        <source>%1 has changed meanwhile</source>
        <translation>%1 hat sich inzwischen geändert</translation>
    </message>
    <message>
        <source>What is there now is not what this was planned for, or the server reported success and nothing changed. Another administrator or the cluster may have been faster.</source>
        <translation>Der jetzige Zustand entspricht nicht dem, für den der Vorgang geplant wurde, oder der Server hat Erfolg gemeldet, ohne dass sich etwas geändert hat. Möglicherweise war ein anderer Administrator oder der Cluster schneller.</translation>
    </message>
    <message>
        <source>Refresh, look at the present state and plan again.</source>
        <translation>Aktualisieren Sie, prüfen Sie den aktuellen Zustand, und planen Sie erneut.</translation>
    </message>
    <message>
        <source>A job on %1 failed</source>
        <translation>Ein Auftrag auf %1 ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The server started the work and could not finish it; its own words are in the details.</source>
        <translation>Der Server hat den Auftrag gestartet, konnte ihn aber nicht abschließen; die Meldung des Servers finden Sie in den Details.</translation>
    </message>
    <message>
        <source>Correct the cause that the server names and try again.</source>
        <translation>Beheben Sie die vom Server genannte Ursache, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It is not known whether %1 made the change</source>
        <translation>Es ist nicht bekannt, ob %1 die Änderung ausgeführt hat</translation>
    </message>
    <message>
        <source>The request was sent, but the answer was lost. The change may or may not have happened.</source>
        <translation>Die Anforderung wurde gesendet, aber die Antwort ging verloren. Die Änderung wurde möglicherweise ausgeführt, möglicherweise auch nicht.</translation>
    </message>
    <message>
        <source>Refresh and look at the present value before you try again.</source>
        <translation>Aktualisieren Sie, und prüfen Sie den aktuellen Wert, bevor Sie es erneut versuchen.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written</source>
        <translation>%1 kann nicht gelesen oder geschrieben werden</translation>
    </message>
    <message>
        <source>The file system of this computer reported an error; the reason is in the details. An existing file was not changed.</source>
        <translation>Das Dateisystem dieses Computers hat einen Fehler gemeldet; den Grund finden Sie in den Details. Eine vorhandene Datei wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Check that the folder exists, that you may write there, and that the disk is not full.</source>
        <translation>Prüfen Sie, ob der Ordner vorhanden ist, ob Sie dort Schreibzugriff haben und ob der Datenträger noch freien Speicherplatz hat.</translation>
    </message>
    <message>
        <source>Unexpected error with %1</source>
        <translation>%1: unerwarteter Fehler</translation>
    </message>
    <message>
        <source>This program met a case that it does not know.</source>
        <translation>Es ist ein Fall eingetreten, den dieses Programm nicht kennt.</translation>
    </message>
    <message>
        <source>Copy the details and report them.</source>
        <translation>Kopieren Sie die Details, und melden Sie sie.</translation>
    </message>
    <message>
        <source>No Kerberos ticket or password for %1</source>
        <translation>Kein Kerberos-Ticket oder Kennwort für %1</translation>
    </message>
    <message>
        <source>The server wants to be signed in to. There is no Kerberos ticket for it, and no user name and password were given.</source>
        <translation>Der Server erfordert eine Anmeldung. Es ist kein Kerberos-Ticket für ihn vorhanden, und es wurden weder Benutzername noch Kennwort angegeben.</translation>
    </message>
    <message>
        <source>Get a ticket (kinit user@REALM), or enter a user name and a password for this server.</source>
        <translation>Fordern Sie ein Ticket an (kinit benutzer@REALM), oder geben Sie einen Benutzernamen und ein Kennwort für diesen Server ein.</translation>
    </message>
    <message>
        <source>The domain has disabled the account for %1</source>
        <translation>Die Domäne hat das Konto für %1 deaktiviert</translation>
    </message>
    <message>
        <source>The account is locked, disabled, expired or not yet valid, or a policy forbids its use here.</source>
        <translation>Das Konto ist gesperrt, deaktiviert, abgelaufen oder noch nicht gültig, oder eine Richtlinie verbietet hier seine Verwendung.</translation>
    </message>
    <message>
        <source>Ask the administrators of the domain to unlock it: Unlock-ADAccount or Enable-ADAccount. Too many wrong passwords lock an account for a while.</source>
        <translation>Bitten Sie die Administratoren der Domäne, es zu entsperren: Unlock-ADAccount oder Enable-ADAccount. Zu viele falsche Kennwörter sperren ein Konto vorübergehend.</translation>
    </message>
    <message>
        <source>The password for %1 has expired</source>
        <translation>Das Kennwort für %1 ist abgelaufen</translation>
    </message>
    <message>
        <source>The domain wants a new password before the account can be used.</source>
        <translation>Die Domäne erfordert ein neues Kennwort, bevor das Konto verwendet werden kann.</translation>
    </message>
    <message>
        <source>Change the password (kpasswd, or sign in to a Windows computer) and try again.</source>
        <translation>Ändern Sie das Kennwort (mit kpasswd oder durch Anmelden bei einem Windows-Computer), und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The Kerberos ticket for %1 has run out</source>
        <translation>Das Kerberos-Ticket für %1 ist abgelaufen</translation>
    </message>
    <message>
        <source>The ticket of the current user is too old to sign in with.</source>
        <translation>Das Ticket des aktuellen Benutzers ist zu alt für die Anmeldung.</translation>
    </message>
    <message>
        <source>Get a new one with kinit, or enter a user name and a password for this server.</source>
        <translation>Fordern Sie mit kinit ein neues an, oder geben Sie einen Benutzernamen und ein Kennwort für diesen Server ein.</translation>
    </message>
    <message>
        <source>The clocks differ too much to sign in to %1</source>
        <translation>Die Uhren weichen für die Anmeldung bei %1 zu stark voneinander ab</translation>
    </message>
    <message>
        <source>Kerberos allows five minutes between this computer, the domain controller and the server.</source>
        <translation>Kerberos lässt zwischen diesem Computer, dem Domänencontroller und dem Server fünf Minuten Abweichung zu.</translation>
    </message>
    <message>
        <source>Set the clocks by time servers: timedatectl set-ntp true here, w32tm /resync on the server.</source>
        <translation>Stellen Sie die Uhren nach Zeitservern: hier mit timedatectl set-ntp true, auf dem Server mit w32tm /resync.</translation>
    </message>
    <message>
        <source>No domain controller was found to sign in to %1</source>
        <translation>Für die Anmeldung bei %1 wurde kein Domänencontroller gefunden</translation>
    </message>
    <message>
        <source>The Kerberos realm of the user is unknown to this computer, or none of its domain controllers (KDC) answers.</source>
        <translation>Der Kerberos-Bereich des Benutzers ist diesem Computer nicht bekannt, oder keiner seiner Domänencontroller (KDC) antwortet.</translation>
    </message>
    <message>
        <source>The domain does not know a service for %1</source>
        <translation>Die Domäne kennt keinen Dienst für %1</translation>
    </message>
    <message>
        <source>Kerberos finds a server by the name it is joined with. The domain has no service principal for the name given; addresses have none.</source>
        <translation>Kerberos findet einen Server unter dem Namen, mit dem er der Domäne beigetreten ist. Die Domäne hat für den angegebenen Namen keinen Dienstprinzipalnamen (SPN); für Adressen gibt es keine.</translation>
    </message>
    <message>
        <source>Use the full name that the server has in the domain (server.domain.example), check it there with setspn -L SERVER, or use NTLM.</source>
        <translation>Verwenden Sie den vollständigen Namen des Servers in der Domäne (server.domäne.example), prüfen Sie ihn dort mit setspn -L SERVER, oder verwenden Sie NTLM.</translation>
    </message>
    <message>
        <source>%1 could not prove who it is</source>
        <translation>%1 konnte seine Identität nicht nachweisen</translation>
    </message>
    <message>
        <source>Its answer does not fit the keys that the domain gave this server: it was set up anew, another computer has its name, or somebody is in between. Nothing was sent.</source>
        <translation>Seine Antwort passt nicht zu den Schlüsseln, die die Domäne für diesen Server ausgestellt hat: Er wurde neu eingerichtet, ein anderer Computer hat seinen Namen, oder jemand hat sich dazwischengeschaltet. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Check that the name leads to the right computer. If it is, reset its account: Reset-ComputerMachinePassword on the server.</source>
        <translation>Prüfen Sie, ob der Name zum richtigen Computer führt. Ist dies der Fall, setzen Sie dessen Konto zurück: Reset-ComputerMachinePassword auf dem Server.</translation>
    </message>
    <message>
        <source>Use the name that is in the certificate, or give the authority&apos;s certificate (PEM) as CA file for this server. If the fingerprint in the details is the server&apos;s, you can trust this one certificate.</source>
        <translation>Verwenden Sie den im Zertifikat angegebenen Namen, oder geben Sie das Zertifikat der Zertifizierungsstelle (PEM) als CA-Datei für diesen Server an. Stimmt der Fingerabdruck in den Details mit dem des Servers überein, können Sie diesem einzelnen Zertifikat vertrauen.</translation>
    </message>
    <message>
        <source>The encrypted conversation with %1 was disturbed</source>
        <translation>Die verschlüsselte Kommunikation mit %1 wurde gestört</translation>
    </message>
    <message>
        <source>A message was changed on its way, came twice, was not encrypted, or the sign-in did not follow the protocol. It was not used.</source>
        <translation>Eine Nachricht wurde unterwegs geändert, kam doppelt an oder war nicht verschlüsselt, oder die Anmeldung entsprach nicht dem Protokoll. Die Nachricht wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>Refresh. If it stays, look for proxies and security software in between, and use HTTPS.</source>
        <translation>Aktualisieren Sie. Besteht das Problem weiter, suchen Sie nach dazwischengeschalteten Proxys und Sicherheitssoftware, und verwenden Sie HTTPS.</translation>
    </message>
    <message>
        <source>This way to sign in to %1 is not available</source>
        <translation>Diese Art der Anmeldung bei %1 ist nicht verfügbar</translation>
    </message>
    <message>
        <source>This cannot be done with the change as it stands now</source>
        <translation>Das ist beim jetzigen Stand der Änderung nicht möglich</translation>
    </message>
    <message>
        <source>It has ended, was begun before, or is under way.</source>
        <translation>Sie ist beendet, wurde bereits begonnen oder läuft gerade.</translation>
    </message>
    <message>
        <source>See the Activity tab (or &quot;hvgpu activity&quot;) for where it stands.</source>
        <translation>Der Stand ist auf der Registerkarte Aktivität zu sehen (oder mit &quot;hvgpu activity&quot;).</translation>
    </message>
    <message>
        <source>Nothing is changed in read-only mode</source>
        <translation>Im schreibgeschützten Modus wird nichts geändert</translation>
    </message>
    <message>
        <source>This program was started, or set, to show only.</source>
        <translation>Dieses Programm wurde nur zum Anzeigen gestartet oder so eingestellt.</translation>
    </message>
    <message>
        <source>Start it without --read-only, or switch the mode off in the settings.</source>
        <translation>Starten Sie es ohne --read-only, oder schalten Sie den Modus in den Einstellungen aus.</translation>
    </message>
    <message>
        <source>The client certificate for %1 cannot be used</source>
        <translation>Das Clientzertifikat für %1 kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>The file with the certificate and its private key cannot be read, holds no key, or the password does not open the key.</source>
        <translation>Die Datei mit dem Zertifikat und seinem privaten Schlüssel ist nicht lesbar, enthält keinen Schlüssel, oder das Kennwort öffnet den Schlüssel nicht.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trusted</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, dem Sie vertraut haben</translation>
    </message>
    <message>
        <source>Either the certificate was renewed, or another computer answers in the server&apos;s place and would see what is sent. Nothing was sent.</source>
        <translation>Entweder wurde das Zertifikat erneuert, oder ein anderer Computer antwortet an Stelle des Servers und würde sehen, was gesendet wird. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Ask whoever looks after the server whether its certificate was renewed, and compare the fingerprint in the details. Trust the new certificate only when it is the same.</source>
        <translation>Fragen Sie, wer den Server betreut, ob das Zertifikat erneuert wurde, und vergleichen Sie den Fingerabdruck in den Details. Vertrauen Sie dem neuen Zertifikat nur, wenn er übereinstimmt.</translation>
    </message>
    <message>
        <source>Another process is working on this change</source>
        <translation>Ein anderer Prozess arbeitet an dieser Änderung</translation>
    </message>
    <message>
        <source>It holds the record of this change: a console or an hvgpu that runs on this computer.</source>
        <translation>Er hält die Aufzeichnung dieser Änderung: eine Konsole oder ein hvgpu, die auf diesem Computer laufen.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or end it, and try again; the change can be gone on with or put back then.</source>
        <translation>Warten Sie, bis er beendet ist, oder beenden Sie ihn, und versuchen Sie es erneut; dann kann die Änderung fortgesetzt oder zurückgesetzt werden.</translation>
    </message>
    <message>
        <source>Refresh. If it happens again, check on the server whether it or its WinRM service is restarting (Get-Service WinRM).</source>
        <translation>Aktualisieren Sie. Tritt es wieder auf, prüfen Sie auf dem Server, ob er oder sein WinRM-Dienst gerade neu startet (Get-Service WinRM).</translation>
    </message>
    <message>
        <source>Check both, and the form of the name: user@domain.example or HOST\user. Basic authentication takes local accounts of the server only. Local administrators other than the built-in one also need the registry value LocalAccountTokenFilterPolicy = 1.</source>
        <translation>Prüfen Sie beides sowie die Form des Namens: benutzer@domäne.example oder HOST\benutzer. Die Standardauthentifizierung (Basic) nimmt nur lokale Konten des Servers an. Lokale Administratoren außer dem integrierten benötigen außerdem den Registrierungswert LocalAccountTokenFilterPolicy = 1.</translation>
    </message>
    <message>
        <source>%1 wants to be signed in to</source>
        <translation>%1 verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>The server was asked without signing in (authentication &quot;none&quot;), which only simulated servers answer. The details say which ways to sign in it offers.</source>
        <translation>Der Server wurde ohne Anmeldung gefragt (Authentifizierung &quot;none&quot;); darauf antworten nur simulierte Server. Die Details nennen die Anmeldeverfahren, die er anbietet.</translation>
    </message>
    <message>
        <source>Choose a way to sign in for this server; on the command line leave --auth none out, or give one of those ways.</source>
        <translation>Wählen Sie für diesen Server ein Anmeldeverfahren; lassen Sie in der Befehlszeile --auth none weg, oder geben Sie eines dieser Verfahren an.</translation>
    </message>
    <message>
        <source>Make the account a member of the server&apos;s local groups &quot;Hyper-V Administrators&quot; and &quot;Remote Management Users&quot;, and allow it Enable Account, Remote Enable and Execute Methods on root\cimv2 and root\virtualization\v2 (wmimgmt.msc, Security). Local administrators other than the built-in one need the registry value LocalAccountTokenFilterPolicy = 1 instead. The connection test gives the commands.</source>
        <translation>Nehmen Sie das Konto in die lokalen Gruppen &quot;Hyper-V-Administratoren&quot; und &quot;Remoteverwaltungsbenutzer&quot; des Servers auf, und erlauben Sie ihm Konto aktivieren, Remoteaktivierung und Methoden ausführen für root\cimv2 und root\virtualization\v2 (wmimgmt.msc, Sicherheit). Lokale Administratoren außer dem integrierten benötigen stattdessen den Registrierungswert LocalAccountTokenFilterPolicy = 1. Der Verbindungstest nennt die Befehle.</translation>
    </message>
    <message>
        <source>The answer of %1 broke off or is damaged</source>
        <translation>Die Antwort von %1 ist abgebrochen oder beschädigt</translation>
    </message>
    <message>
        <source>The server began to answer, but the answer ended too early, was changed on its way, or contradicts the protocol. It was not used. The details say how far it came.</source>
        <translation>Der Server hat zu antworten begonnen, aber die Antwort endete zu früh, wurde unterwegs verändert oder widerspricht dem Protokoll. Sie wurde nicht verwendet. Die Details nennen, wie weit sie kam.</translation>
    </message>
    <message>
        <source>Refresh. If it stays, check on the server whether it or its WinRM service is restarting (Get-WinEvent -LogName Microsoft-Windows-WinRM/Operational), look for proxies and security software in between, and use HTTPS.</source>
        <translation>Aktualisieren Sie. Besteht das Problem weiter, prüfen Sie auf dem Server, ob er oder sein WinRM-Dienst gerade neu startet (Get-WinEvent -LogName Microsoft-Windows-WinRM/Operational), suchen Sie nach dazwischengeschalteten Proxys und Sicherheitssoftware, und verwenden Sie HTTPS.</translation>
    </message>
    <message>
        <source>%1 has no WinRM service at this port</source>
        <translation>%1 hat an diesem Port keinen WinRM-Dienst</translation>
    </message>
    <message>
        <source>A web server answers there, but it knows no /wsman (HTTP 404): it is another service, or WinRM listens elsewhere.</source>
        <translation>Dort antwortet ein Webserver, der aber kein /wsman kennt (HTTP 404): Es ist ein anderer Dienst, oder WinRM lauscht an anderer Stelle.</translation>
    </message>
    <message>
        <source>Check address and port: 5985 is the usual one for HTTP, 5986 for HTTPS. On the server &quot;winrm enumerate winrm/config/listener&quot; shows where WinRM listens; without a listener run &quot;winrm quickconfig&quot;.</source>
        <translation>Prüfen Sie Adresse und Port: Üblich sind 5985 für HTTP und 5986 für HTTPS. Auf dem Server zeigt &quot;winrm enumerate winrm/config/listener&quot;, wo WinRM lauscht; ohne Listener führen Sie &quot;winrm quickconfig&quot; aus.</translation>
    </message>
    <message>
        <source>%1: native WMI exists on Windows only</source>
        <translation>%1: Natives WMI gibt es nur unter Windows</translation>
    </message>
    <message>
        <source>Reading this computer directly (--local) and DCOM are parts of Windows. From here servers are reached by WS-Management (WinRM).</source>
        <translation>Das direkte Lesen dieses Computers (--local) und DCOM sind Teile von Windows. Von hier aus werden Server über WS-Management (WinRM) erreicht.</translation>
    </message>
    <message>
        <source>Choose WS-Management as the connection of this server; on the command line give --server NAME without --local and --transport dcom.</source>
        <translation>Wählen Sie für diesen Server WS-Management als Verbindung; geben Sie in der Befehlszeile --server NAME ohne --local und --transport dcom an.</translation>
    </message>
    <message>
        <source>%1 is down</source>
        <translation>%1 ist ausgefallen</translation>
    </message>
    <message>
        <source>The other nodes of its cluster say so, and it does not answer.</source>
        <translation>Das melden die anderen Knoten seines Clusters, und er antwortet nicht.</translation>
    </message>
    <message>
        <source>Start it. If it runs, start its cluster service: Start-ClusterNode on another node. Evict it from the cluster only if it is gone for good.</source>
        <translation>Starten Sie ihn. Wenn er läuft, starten Sie seinen Clusterdienst: Start-ClusterNode auf einem anderen Knoten. Entfernen Sie ihn nur dann aus dem Cluster, wenn er endgültig weg ist.</translation>
    </message>
    <message>
        <source>%1 is not in the list of servers</source>
        <translation>%1 ist nicht in der Serverliste</translation>
    </message>
    <message>
        <source>Neither is it named there itself, nor by its cluster. Nothing was asked of it.</source>
        <translation>Dort ist weder er selbst noch sein Cluster genannt. Von ihm wurde nichts abgefragt.</translation>
    </message>
    <message>
        <source>Add it to the list, or name it with --server, and try again.</source>
        <translation>Fügen Sie ihn der Liste hinzu, oder geben Sie ihn mit --server an, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The proxy for %1 cannot be reached</source>
        <translation>Der Proxy für %1 ist nicht erreichbar</translation>
    </message>
    <message>
        <source>Nothing accepts connections where the proxy should be, or its name is not known.</source>
        <translation>Dort, wo der Proxy sein soll, nimmt nichts Verbindungen an, oder sein Name ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Check the proxy that is set for this server (Edit server…, --proxy). Without one the server is reached directly; those of the environment are never used.</source>
        <translation>Prüfen Sie den Proxy, der für diesen Server eingestellt ist (Server bearbeiten…, --proxy). Ohne einen wird der Server direkt erreicht; die der Umgebung werden nie verwendet.</translation>
    </message>
    <message>
        <source>The proxy for %1 does not answer</source>
        <translation>Der Proxy für %1 antwortet nicht</translation>
    </message>
    <message>
        <source>There was no connection through the proxy before the time limit.</source>
        <translation>Bis zur Zeitgrenze kam keine Verbindung durch den Proxy zustande.</translation>
    </message>
    <message>
        <source>Check the proxy that is set for this server (Edit server…, --proxy), and from the proxy whether the server can be reached.</source>
        <translation>Prüfen Sie den Proxy, der für diesen Server eingestellt ist (Server bearbeiten…, --proxy), und vom Proxy aus, ob der Server erreichbar ist.</translation>
    </message>
    <message>
        <source>The proxy for %1 wants to be signed in to</source>
        <translation>Der Proxy für %1 verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>It answered 407. This program signs in to servers, never to a proxy, so that no password goes there.</source>
        <translation>Er hat mit 407 geantwortet. Dieses Programm meldet sich an Servern an, nie an einem Proxy, damit kein Kennwort dorthin gelangt.</translation>
    </message>
    <message>
        <source>Have the proxy let connections to the WinRM port of the server pass without signing in, or use another one or none.</source>
        <translation>Lassen Sie den Proxy Verbindungen zum WinRM-Port des Servers ohne Anmeldung durchlassen, oder verwenden Sie einen anderen oder keinen.</translation>
    </message>
    <message>
        <source>The proxy does not let %1 pass</source>
        <translation>Der Proxy lässt %1 nicht durch</translation>
    </message>
    <message>
        <source>It refuses to connect to this server or to this port.</source>
        <translation>Er weigert sich, eine Verbindung zu diesem Server oder zu diesem Port herzustellen.</translation>
    </message>
    <message>
        <source>Have the proxy allow CONNECT to the server&apos;s WinRM port (5985, or 5986 for HTTPS), or use another one or none.</source>
        <translation>Lassen Sie den Proxy CONNECT zum WinRM-Port des Servers erlauben (5985, bei HTTPS 5986), oder verwenden Sie einen anderen oder keinen.</translation>
    </message>
    <message>
        <source>There is no HTTP proxy on the way to %1</source>
        <translation>Auf dem Weg zu %1 ist kein HTTP-Proxy</translation>
    </message>
    <message>
        <source>What answers at the address of the proxy does not speak HTTP as a proxy does.</source>
        <translation>Was unter der Adresse des Proxys antwortet, spricht nicht HTTP wie ein Proxy.</translation>
    </message>
    <message>
        <source>Check the address and the port of the proxy. SOCKS and HTTPS proxies cannot be used.</source>
        <translation>Prüfen Sie Adresse und Port des Proxys. SOCKS- und HTTPS-Proxys können nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The password was not shown to %1</source>
        <translation>Das Kennwort wurde %1 nicht gezeigt</translation>
    </message>
    <message>
        <source>Other servers refused it for this account a short while ago; the details name them. It rests for some minutes, because domains lock an account after some wrong passwords.</source>
        <translation>Andere Server haben es für dieses Konto vor Kurzem abgelehnt; die Details nennen sie. Es ruht einige Minuten, weil Domänen ein Konto nach einigen falschen Kennwörtern sperren.</translation>
    </message>
    <message>
        <source>Correct the password. If it is right and those servers only do not accept it (because NTLM is forbidden there, or they have lost their domain), leave them out until the time has passed, or sign in with Kerberos.</source>
        <translation>Berichtigen Sie das Kennwort. Wenn es stimmt und nur diese Server es nicht annehmen (weil NTLM dort verboten ist oder sie ihre Domäne verloren haben), lassen Sie sie weg, bis die Zeit um ist, oder melden Sie sich mit Kerberos an.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in over HTTPS</source>
        <translation>%1 hat die Anmeldung über HTTPS abgelehnt</translation>
    </message>
    <message>
        <source>Check user name and password. If they are right, compare the fingerprint of the certificate shown here (connection test) with that of the server, and let HTTPS to it pass unopened; or use HTTP (port 5985), where Kerberos and NTLM encrypt every message themselves.</source>
        <translation>Prüfen Sie Benutzername und Kennwort. Wenn sie stimmen, vergleichen Sie den Fingerabdruck des hier gezeigten Zertifikats (Verbindungstest) mit dem des Servers, und lassen Sie HTTPS zu ihm ungeöffnet durch; oder verwenden Sie HTTP (Port 5985), wo Kerberos und NTLM jede Nachricht selbst verschlüsseln.</translation>
    </message>
    <message>
        <source>No password: %1</source>
        <translation>Kein Kennwort: %1</translation>
    </message>
    <message>
        <source>An account that signs in with a password has none here.</source>
        <translation>Für ein Konto, das sich mit einem Kennwort anmeldet, ist hier keines bekannt.</translation>
    </message>
    <message>
        <source>Start hvgpu on a terminal, which asks for it; give HVGPU_PASSWORD or --password-file together with --user; or save it once with &quot;hvgpu login&quot;.</source>
        <translation>Starten Sie hvgpu in einem Terminal, das danach fragt; geben Sie HVGPU_PASSWORD oder --password-file zusammen mit --user an; oder speichern Sie es einmal mit &quot;hvgpu login&quot;.</translation>
    </message>
    <message>
        <source>Write the user as user@domain.example, check the way to the domain controllers (VPN, firewall: port 88) and the DNS settings, or name the realm and its kdc in /etc/krb5.conf. Local accounts of the server need NTLM: HOST\user.</source>
        <translation>Schreiben Sie den Benutzer als benutzer@domäne.example, prüfen Sie den Weg zu den Domänencontrollern (VPN, Firewall: Port 88) und die DNS-Einstellungen, oder nennen Sie den Realm und sein kdc in /etc/krb5.conf. Lokale Konten des Servers brauchen NTLM: HOST\benutzer.</translation>
    </message>
    <message>
        <source>The server does not offer it or does not allow it, or this computer lacks what it needs.</source>
        <translation>Der Server bietet es nicht an oder erlaubt es nicht, oder diesem Computer fehlt, was dafür nötig ist.</translation>
    </message>
    <message>
        <source>See the details for what the server offers. On Linux Kerberos and NTLM need the packages libgssapi-krb5-2 and gss-ntlmssp. Where NTLM is not allowed, use Kerberos: the full name of the server, and user@domain.example. On the server: winrm get winrm/config/service/auth. The connection test gives the command for the way that was chosen.</source>
        <translation>Was der Server anbietet, steht in den Details. Unter Linux brauchen Kerberos und NTLM die Pakete libgssapi-krb5-2 und gss-ntlmssp. Wo NTLM nicht erlaubt ist, verwenden Sie Kerberos: den vollen Namen des Servers und benutzer@domäne.example. Auf dem Server: winrm get winrm/config/service/auth. Der Verbindungstest nennt den Befehl für die gewählte Art.</translation>
    </message>
    <message>
        <source>The server or the network closed the connection before there was an answer.</source>
        <translation>Der Server oder das Netzwerk hat die Verbindung getrennt, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>The user name or the password is wrong, a Kerberos ticket does not fit the server, or the server noticed that somebody stands in between: a proxy, load balancer or security software that opens HTTPS shows its own certificate, and a sign-in that names that one is refused.</source>
        <translation>Der Benutzername oder das Kennwort ist falsch, ein Kerberos-Ticket passt nicht zum Server, oder der Server hat bemerkt, dass jemand dazwischensteht: Ein Proxy, Lastenausgleich oder Sicherheitsprogramm, das HTTPS öffnet, zeigt sein eigenes Zertifikat, und eine Anmeldung, die dieses nennt, wird abgelehnt.</translation>
    </message>
    <message>
        <source>%1 refused the Kerberos ticket</source>
        <translation>%1 hat das Kerberos-Ticket abgelehnt</translation>
    </message>
    <message>
        <source>User name and password are not the cause: the domain gave a ticket for this server, and the server did not take it. The service name may belong to another account, so that the server cannot open the ticket; its clock may be wrong; the server may have lost its domain; or a policy keeps the account from accessing it from the network.</source>
        <translation>Benutzername und Kennwort sind nicht die Ursache: Die Domäne hat ein Ticket für diesen Server ausgestellt, und der Server hat es nicht angenommen. Der Dienstname gehört vielleicht zu einem anderen Konto, sodass der Server das Ticket nicht öffnen kann; seine Uhr geht vielleicht falsch; der Server hat vielleicht seine Domäne verloren; oder eine Richtlinie verwehrt dem Konto den Zugriff vom Netzwerk aus.</translation>
    </message>
    <message>
        <source>In the domain setspn -Q HTTP/SERVER shows whose the service name is: it must be the server&apos;s computer account, or choose another service (WSMAN, host) for it here. On the server check w32tm /query /status, Test-ComputerSecureChannel and &quot;Access this computer from the network&quot; (secpol.msc). Get new tickets after that: klist purge, or kinit. The connection test gives the commands.</source>
        <translation>In der Domäne zeigt setspn -Q HTTP/SERVER, wem der Dienstname gehört: Es muss das Computerkonto des Servers sein; oder wählen Sie hier einen anderen Dienst (WSMAN, host). Prüfen Sie auf dem Server w32tm /query /status, Test-ComputerSecureChannel und „Auf diesen Computer vom Netzwerk aus zugreifen“ (secpol.msc). Holen Sie danach neue Tickets: klist purge oder kinit. Der Verbindungstest nennt die Befehle.</translation>
    </message>
    <message>
        <source>Check the file and the password. The file holds the certificate with its key: PKCS #12 (.p12, .pfx), or PEM where this program does not run on Windows.</source>
        <translation>Prüfen Sie die Datei und das Kennwort. Die Datei enthält das Zertifikat mit seinem Schlüssel: PKCS #12 (.p12, .pfx), oder PEM, wo dieses Programm nicht unter Windows läuft.</translation>
    </message>
    <message>
        <source>WinRM on %1 turns requests away for now</source>
        <translation>WinRM auf %1 weist Anfragen zurzeit ab</translation>
    </message>
    <message>
        <source>The server was reached and answered HTTP 503: its WinRM service is stopped, starting or stopping, or has as many connections as it allows. Nothing was carried out.</source>
        <translation>Der Server wurde erreicht und antwortete mit HTTP 503: Sein WinRM-Dienst ist beendet, startet oder endet gerade, oder hat so viele Verbindungen, wie er zulässt. Es wurde nichts ausgeführt.</translation>
    </message>
    <message>
        <source>Wait a moment and refresh. If it stays, look on the server at Get-Service WinRM and at the limits (winrm get winrm/config/service: MaxConnections), and start the service anew: Restart-Service WinRM.</source>
        <translation>Warten Sie kurz, und aktualisieren Sie. Bleibt es so, sehen Sie auf dem Server nach Get-Service WinRM und den Grenzen (winrm get winrm/config/service: MaxConnections), und starten Sie den Dienst neu: Restart-Service WinRM.</translation>
    </message>
    <message>
        <source>The account for %1 is locked</source>
        <translation>Das Konto für %1 ist gesperrt</translation>
    </message>
    <message>
        <source>Too many wrong passwords were tried for it, here or elsewhere. Other programs and saved passwords may go on trying an old one.</source>
        <translation>Es wurden zu viele falsche Kennwörter dafür versucht, hier oder anderswo. Andere Programme und gespeicherte Kennwörter versuchen vielleicht weiter ein altes.</translation>
    </message>
    <message>
        <source>Wait until the lock ends by itself, or have it unlocked: Unlock-ADAccount; for an account of the server itself lusrmgr.msc there.</source>
        <translation>Warten Sie, bis die Sperre von selbst endet, oder lassen Sie es entsperren: Unlock-ADAccount; für ein Konto des Servers selbst lusrmgr.msc dort.</translation>
    </message>
    <message>
        <source>The account for %1 is disabled</source>
        <translation>Das Konto für %1 ist deaktiviert</translation>
    </message>
    <message>
        <source>An administrator switched it off.</source>
        <translation>Ein Administrator hat es abgeschaltet.</translation>
    </message>
    <message>
        <source>Use another account, or have it enabled: Enable-ADAccount; for an account of the server itself Enable-LocalUser.</source>
        <translation>Verwenden Sie ein anderes Konto, oder lassen Sie es aktivieren: Enable-ADAccount; für ein Konto des Servers selbst Enable-LocalUser.</translation>
    </message>
    <message>
        <source>The account for %1 has expired</source>
        <translation>Das Konto für %1 ist abgelaufen</translation>
    </message>
    <message>
        <source>It was made to be used until a day that has passed.</source>
        <translation>Es war bis zu einem Tag bestimmt, der vorbei ist.</translation>
    </message>
    <message>
        <source>Use another account, or have its end moved: Set-ADAccountExpiration, Clear-ADAccountExpiration.</source>
        <translation>Verwenden Sie ein anderes Konto, oder lassen Sie das Ende verschieben: Set-ADAccountExpiration, Clear-ADAccountExpiration.</translation>
    </message>
    <message>
        <source>A policy keeps this account from signing in to %1</source>
        <translation>Eine Richtlinie verwehrt diesem Konto die Anmeldung bei %1</translation>
    </message>
    <message>
        <source>The account exists and is not locked, but it may not sign in this way: an empty password, NTLM for a member of Protected Users, logon hours, a list of computers, an authentication policy or selective authentication of a trust, or the right to access the server from the network.</source>
        <translation>Das Konto gibt es, und es ist nicht gesperrt, aber es darf sich so nicht anmelden: ein leeres Kennwort, NTLM für ein Mitglied von Protected Users, Anmeldezeiten, eine Liste von Computern, eine Authentifizierungsrichtlinie oder die ausgewählte Authentifizierung einer Vertrauensstellung, oder das Recht, auf den Server vom Netzwerk aus zuzugreifen.</translation>
    </message>
    <message>
        <source>On the server look at secpol.msc, User Rights Assignment (&quot;Access this computer from the network&quot; and &quot;Deny access …&quot;); in the domain at the account: Get-ADUser with LogonWorkstations, LogonHours, MemberOf. Members of Protected Users need Kerberos: the full name of the server.</source>
        <translation>Sehen Sie auf dem Server nach secpol.msc, Zuweisen von Benutzerrechten („Auf diesen Computer vom Netzwerk aus zugreifen“ und „… verweigern“); in der Domäne nach dem Konto: Get-ADUser mit LogonWorkstations, LogonHours, MemberOf. Mitglieder von Protected Users brauchen Kerberos: den vollständigen Namen des Servers.</translation>
    </message>
    <message>
        <source>The account for %1 signs in with a smart card only</source>
        <translation>Das Konto für %1 meldet sich nur mit einer Smartcard an</translation>
    </message>
    <message>
        <source>The domain demands a smart card of it, so that no password of it is accepted.</source>
        <translation>Die Domäne verlangt dafür eine Smartcard, sodass kein Kennwort angenommen wird.</translation>
    </message>
    <message>
        <source>Sign in to this computer with the card and leave user name and password empty here, or use an account that may sign in with a password.</source>
        <translation>Melden Sie sich mit der Karte bei diesem Computer an, und lassen Sie Benutzername und Kennwort hier leer, oder verwenden Sie ein Konto, das sich mit einem Kennwort anmelden darf.</translation>
    </message>
    <message>
        <source>The smart card to sign in to %1 with cannot be read</source>
        <translation>Die Smartcard für die Anmeldung bei %1 kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>There is no reader or no card in it, the card was taken out, has no certificate to sign in with, or Windows&apos; smart card service does not run.</source>
        <translation>Es gibt kein Lesegerät oder keine Karte darin, die Karte wurde entfernt, hat kein Zertifikat für die Anmeldung, oder der Smartcarddienst von Windows läuft nicht.</translation>
    </message>
    <message>
        <source>Put the card in and try again. certutil -scinfo shows what Windows sees of it, Get-Service SCardSvr whether the service runs.</source>
        <translation>Stecken Sie die Karte ein, und versuchen Sie es erneut. certutil -scinfo zeigt, was Windows davon sieht, Get-Service SCardSvr, ob der Dienst läuft.</translation>
    </message>
    <message>
        <source>The PIN of the smart card was wrong, %1 was not signed in to</source>
        <translation>Die PIN der Smartcard war falsch, die Anmeldung bei %1 fand nicht statt</translation>
    </message>
    <message>
        <source>The card did not open its key. After some wrong PINs it blocks itself.</source>
        <translation>Die Karte hat ihren Schlüssel nicht freigegeben. Nach einigen falschen PINs sperrt sie sich.</translation>
    </message>
    <message>
        <source>Try again with the right PIN.</source>
        <translation>Versuchen Sie es erneut mit der richtigen PIN.</translation>
    </message>
    <message>
        <source>The smart card to sign in to %1 with is blocked</source>
        <translation>Die Smartcard für die Anmeldung bei %1 ist gesperrt</translation>
    </message>
    <message>
        <source>Too many wrong PINs were tried with it.</source>
        <translation>Es wurden zu viele falsche PINs damit versucht.</translation>
    </message>
    <message>
        <source>Have whoever issues the cards unblock it, or use another account.</source>
        <translation>Lassen Sie sie von der ausgebenden Stelle entsperren, oder verwenden Sie ein anderes Konto.</translation>
    </message>
    <message>
        <source>The domain does not accept the smart card&apos;s certificate for %1</source>
        <translation>Die Domäne nimmt das Zertifikat der Smartcard für %1 nicht an</translation>
    </message>
    <message>
        <source>It has expired, was revoked, comes from an authority that the domain does not take for signing in, or belongs to no account.</source>
        <translation>Es ist abgelaufen, wurde gesperrt, stammt von einer Zertifizierungsstelle, die die Domäne nicht für Anmeldungen annimmt, oder gehört zu keinem Konto.</translation>
    </message>
    <message>
        <source>certutil -scinfo shows the certificate. On a domain controller certutil -enterprise -viewstore NTAuth shows which authorities it takes, and the System log why it refused.</source>
        <translation>certutil -scinfo zeigt das Zertifikat. Auf einem Domänencontroller zeigt certutil -enterprise -viewstore NTAuth, welche Zertifizierungsstellen er annimmt, und das Systemprotokoll, warum er ablehnte.</translation>
    </message>
    <message>
        <source>Nobody could say whether a certificate for signing in to %1 was revoked</source>
        <translation>Ob ein Zertifikat für die Anmeldung bei %1 gesperrt wurde, war nicht zu erfahren</translation>
    </message>
    <message>
        <source>The revocation list of the smart card&apos;s or of the domain controller&apos;s certificate could not be had, or is too old.</source>
        <translation>Die Sperrliste für das Zertifikat der Smartcard oder des Domänencontrollers war nicht zu bekommen oder ist zu alt.</translation>
    </message>
    <message>
        <source>Make sure that the addresses in the certificate can be reached and the lists there are new: certutil -verify -urlfetch FILE, pkiview.msc on the authority.</source>
        <translation>Stellen Sie sicher, dass die Adressen im Zertifikat erreichbar und die Listen dort aktuell sind: certutil -verify -urlfetch DATEI, pkiview.msc auf der Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>The domain controller&apos;s certificate is not trusted, %1 was not signed in to</source>
        <translation>Dem Zertifikat des Domänencontrollers wird nicht vertraut, die Anmeldung bei %1 fand nicht statt</translation>
    </message>
    <message>
        <source>Signing in with a smart card needs a certificate of the domain controller. It has expired, was revoked, or this computer does not know its authority.</source>
        <translation>Die Anmeldung mit einer Smartcard braucht ein Zertifikat des Domänencontrollers. Es ist abgelaufen, wurde gesperrt, oder dieser Computer kennt seine Zertifizierungsstelle nicht.</translation>
    </message>
    <message>
        <source>On a domain controller run certutil -dcinfo verify, and renew its certificate; certutil -pulse has it enrolled anew.</source>
        <translation>Führen Sie auf einem Domänencontroller certutil -dcinfo verify aus, und erneuern Sie sein Zertifikat; certutil -pulse registriert es neu.</translation>
    </message>
    <message>
        <source>No domain controller can be reached to sign in to %1</source>
        <translation>Für die Anmeldung bei %1 ist kein Domänencontroller erreichbar</translation>
    </message>
    <message>
        <source>Windows finds none of the account&apos;s domain. It does not take NTLM where Kerberos is expected, because somebody on the way could bring that about.</source>
        <translation>Windows findet keinen der Domäne des Kontos. NTLM nimmt es nicht, wo Kerberos erwartet wird, denn das könnte jemand auf dem Weg herbeiführen.</translation>
    </message>
    <message>
        <source>Check the way to the domain controllers (VPN, DNS, firewall: ports 88 and 389) with nltest /dsgetdc:DOMAIN, and the spelling of the domain. Local accounts of the server are written HOST\user.</source>
        <translation>Prüfen Sie den Weg zu den Domänencontrollern (VPN, DNS, Firewall: Ports 88 und 389) mit nltest /dsgetdc:DOMÄNE und die Schreibweise der Domäne. Lokale Konten des Servers schreibt man HOST\Benutzer.</translation>
    </message>
    <message>
        <source>No trust leads from the account&apos;s domain to that of %1</source>
        <translation>Keine Vertrauensstellung führt von der Domäne des Kontos zu der von %1</translation>
    </message>
    <message>
        <source>The domain controllers answered, but know no way from one domain to the other, or the trust between them, or between the server and its domain, is broken.</source>
        <translation>Die Domänencontroller antworteten, kennen aber keinen Weg von einer Domäne zur anderen, oder die Vertrauensstellung zwischen ihnen oder zwischen dem Server und seiner Domäne ist gestört.</translation>
    </message>
    <message>
        <source>Use the full name of the server and an account of its domain. nltest /domain_trusts shows the trusts; on the server Test-ComputerSecureChannel tells whether it still belongs to its domain.</source>
        <translation>Verwenden Sie den vollständigen Namen des Servers und ein Konto seiner Domäne. nltest /domain_trusts zeigt die Vertrauensstellungen; auf dem Server sagt Test-ComputerSecureChannel, ob er noch zu seiner Domäne gehört.</translation>
    </message>
    <message>
        <source>No encryption for tickets fits %1 and this account</source>
        <translation>Keine Verschlüsselung für Tickets passt zu %1 und diesem Konto</translation>
    </message>
    <message>
        <source>Kerberos found no kind of encryption that the domain, the account and this computer all allow: often RC4 is switched off and the account has no newer keys.</source>
        <translation>Kerberos fand kein Verschlüsselungsverfahren, das die Domäne, das Konto und dieser Computer zulassen: Oft ist RC4 abgeschaltet, und das Konto hat keine neueren Schlüssel.</translation>
    </message>
    <message>
        <source>Set the account&apos;s password anew, which gives it AES keys, and compare msDS-SupportedEncryptionTypes of the account and of the server with the policy &quot;Network security: Configure encryption types allowed for Kerberos&quot;.</source>
        <translation>Setzen Sie das Kennwort des Kontos neu, wodurch es AES-Schlüssel bekommt, und vergleichen Sie msDS-SupportedEncryptionTypes des Kontos und des Servers mit der Richtlinie „Netzwerksicherheit: Für Kerberos zulässige Verschlüsselungstypen konfigurieren“.</translation>
    </message>
    <message>
        <source>NTLM is forbidden for %1</source>
        <translation>NTLM ist für %1 verboten</translation>
    </message>
    <message>
        <source>A policy of this computer, of the server or of the domain does not let NTLM be used, and Kerberos was not possible.</source>
        <translation>Eine Richtlinie dieses Computers, des Servers oder der Domäne lässt NTLM nicht zu, und Kerberos war nicht möglich.</translation>
    </message>
    <message>
        <source>Use Kerberos: the full name of the server (server.domain.example) and user@domain.example; or allow NTLM to this server (&quot;Network security: Restrict NTLM&quot;).</source>
        <translation>Verwenden Sie Kerberos: den vollständigen Namen des Servers (server.domain.example) und user@domain.example; oder lassen Sie NTLM zu diesem Server zu („Netzwerksicherheit: Beschränken von NTLM“).</translation>
    </message>
    <message>
        <source>Windows has nothing to sign in to %1 with</source>
        <translation>Windows hat nichts, womit es sich bei %1 anmelden könnte</translation>
    </message>
    <message>
        <source>No user name and password were given, and this session holds none that other computers take: it began without a password (a service, a scheduled task, a remote shell), or its tickets are gone.</source>
        <translation>Es wurden weder Benutzername noch Kennwort angegeben, und diese Sitzung hat nichts, was andere Computer annehmen: Sie begann ohne Kennwort (ein Dienst, eine geplante Aufgabe, eine Remoteshell), oder ihre Tickets sind weg.</translation>
    </message>
    <message>
        <source>Enter a user name and a password for this server, or start the program in a session that was signed in to with a password (runas /netonly); klist shows the tickets.</source>
        <translation>Geben Sie für diesen Server Benutzername und Kennwort ein, oder starten Sie das Programm in einer Sitzung, die mit einem Kennwort begann (runas /netonly); klist zeigt die Tickets.</translation>
    </message>
    <message>
        <source>DCOM on %1 did not let this account in</source>
        <translation>DCOM auf %1 hat dieses Konto nicht zugelassen</translation>
    </message>
    <message>
        <source>The account may not reach or start WMI from another computer (remote access, launch and activation of DCOM), or is a local one whose rights end at the network. Windows also says this for some wrong passwords.</source>
        <translation>Das Konto darf WMI nicht von einem anderen Computer aus erreichen oder starten (Remotezugriff, -start und -aktivierung von DCOM), oder es ist ein lokales, dessen Rechte am Netzwerk enden. Windows sagt das auch bei manchen falschen Kennwörtern.</translation>
    </message>
    <message>
        <source>Check the password. Make the account a member of the server&apos;s local group &quot;Distributed COM Users&quot;; local administrators other than the built-in one need the registry value LocalAccountTokenFilterPolicy = 1. What was refused stands in the server&apos;s System log (DistributedCOM). Or choose WS-Management.</source>
        <translation>Prüfen Sie das Kennwort. Nehmen Sie das Konto in die lokale Gruppe „Distributed COM-Benutzer“ des Servers auf; lokale Administratoren außer dem integrierten brauchen den Registrierungswert LocalAccountTokenFilterPolicy = 1. Was abgelehnt wurde, steht im Systemprotokoll des Servers (DistributedCOM). Oder wählen Sie WS-Management.</translation>
    </message>
    <message>
        <source>%1 cannot be reached by DCOM</source>
        <translation>%1 ist über DCOM nicht erreichbar</translation>
    </message>
    <message>
        <source>Nothing accepts remote procedure calls there: the server is off, DCOM is switched off, or a firewall is in the way, which has to let port 135 and those of WMI pass.</source>
        <translation>Dort nimmt nichts Remoteprozeduraufrufe an: Der Server ist aus, DCOM ist abgeschaltet, oder eine Firewall steht im Weg, die Port 135 und die von WMI durchlassen muss.</translation>
    </message>
    <message>
        <source>On the server: Enable-NetFirewallRule -Name WMI-RPCSS-In-TCP, WMI-WINMGMT-In-TCP. Firewalls in between have to know RPC; otherwise choose WS-Management, which needs one port.</source>
        <translation>Auf dem Server: Enable-NetFirewallRule -Name WMI-RPCSS-In-TCP, WMI-WINMGMT-In-TCP. Firewalls dazwischen müssen RPC verstehen; sonst wählen Sie WS-Management, das einen Port braucht.</translation>
    </message>
    <message>
        <source>%1 does not answer by DCOM</source>
        <translation>%1 antwortet nicht über DCOM</translation>
    </message>
    <message>
        <source>No connection to its port 135 came about in time. Often a firewall drops the packets, or the address belongs to no running computer.</source>
        <translation>Eine Verbindung zu Port 135 kam nicht rechtzeitig zustande. Oft verwirft eine Firewall die Pakete, oder die Adresse gehört zu keinem laufenden Computer.</translation>
    </message>
    <message>
        <source>Check the address, the network and the firewall rules of the server for WMI: Enable-NetFirewallRule -Name WMI-RPCSS-In-TCP, WMI-WINMGMT-In-TCP. Or choose WS-Management, which needs one port.</source>
        <translation>Prüfen Sie die Adresse, das Netzwerk und die Firewallregeln des Servers für WMI: Enable-NetFirewallRule -Name WMI-RPCSS-In-TCP, WMI-WINMGMT-In-TCP. Oder wählen Sie WS-Management, das einen Port braucht.</translation>
    </message>
    <message>
        <source>WMI on %1 does not open this namespace to the account</source>
        <translation>WMI auf %1 öffnet diesen Namespace für das Konto nicht</translation>
    </message>
    <message>
        <source>Signing in worked. The namespace lacks the account&apos;s right to use it from another computer, or to do this in it.</source>
        <translation>Die Anmeldung gelang. Im Namespace fehlt das Recht des Kontos, ihn von einem anderen Computer aus zu benutzen oder dies darin zu tun.</translation>
    </message>
    <message>
        <source>Allow it Enable Account, Remote Enable and Execute Methods on root\cimv2 and root\virtualization\v2 (wmimgmt.msc, Security), and make it a member of &quot;Hyper-V Administrators&quot;. The connection test gives the commands.</source>
        <translation>Erlauben Sie ihm „Konto aktivieren“, „Remoteaktivierung“ und „Methoden ausführen“ für root\cimv2 und root\virtualization\v2 (wmimgmt.msc, Sicherheit), und nehmen Sie es in „Hyper-V-Administratoren“ auf. Der Verbindungstest nennt die Befehle.</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>%1 (PCI bus %2)</source>
        <translation>%1 (PCI-Bus %2)</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>GPU on server</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Select one or more GPUs.</source>
        <translation>Wählen Sie eine oder mehrere GPUs aus.</translation>
    </message>
    <message>
        <source>Select one or more virtual machines.</source>
        <translation>Wählen Sie eine oder mehrere VMs aus.</translation>
    </message>
    <message>
        <source>This server cannot be changed now: what matters of it could not be read (%1).</source>
        <translation>Dieser Server kann derzeit nicht geändert werden: Die dafür erforderlichen Daten konnten nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>This server cannot be changed now: its cluster says that it is down.</source>
        <translation>Dieser Server kann derzeit nicht geändert werden: Er ist laut Cluster ausgefallen.</translation>
    </message>
    <message>
        <source>Select all GPUs of the set, or go on if you want different counts.</source>
        <translation>Wählen Sie alle GPUs der Gruppe aus, oder fahren Sie fort, wenn Sie unterschiedliche Anzahlen wünschen.</translation>
    </message>
    <message>
        <source>The GPUs across the servers don&apos;t all have the same configuration (size, manufacturer, model number and number of partitions).</source>
        <translation>Die GPUs der Server weisen nicht alle dieselbe Konfiguration auf (Größe, Hersteller, Modellnummer und Anzahl der Partitionen).</translation>
    </message>
    <message>
        <source>Manually select the GPUs with the same configuration.</source>
        <translation>Wählen Sie die GPUs mit derselben Konfiguration manuell aus.</translation>
    </message>
    <message>
        <source>The selected GPUs have different configurations.</source>
        <translation>Die ausgewählten GPUs weisen unterschiedliche Konfigurationen auf.</translation>
    </message>
    <message>
        <source>Select only GPUs of the same size, manufacturer, model number and number of partitions, and configure the others afterwards.</source>
        <translation>Wählen Sie nur GPUs mit derselben Größe, demselben Hersteller, derselben Modellnummer und derselben Anzahl von Partitionen aus, und konfigurieren Sie die anderen danach.</translation>
    </message>
    <message>
        <source>Partitions of this GPU are assigned to virtual machines: %1.</source>
        <translation>Partitionen dieser GPU sind VMs zugewiesen: %1.</translation>
    </message>
    <message>
        <source>First unassign the partitions from these virtual machines. Those that are turned off count, too.</source>
        <translation>Heben Sie zuerst die Zuweisung der Partitionen zu diesen VMs auf. Auch ausgeschaltete VMs zählen.</translation>
    </message>
    <message>
        <source>The manufacturer does not offer %1 partitions for this GPU.</source>
        <translation>Der Hersteller bietet für diese GPU keine %1 Partitionen an.</translation>
    </message>
    <message>
        <source>Choose one of the counts that the GPU offers: %1.</source>
        <translation>Wählen Sie eine der Anzahlen aus, die die GPU anbietet: %1.</translation>
    </message>
    <message>
        <source>The partition count of this GPU is %1 already. It is left as it is.</source>
        <translation>Die Partitionsanzahl dieser GPU ist bereits %1. Sie bleibt unverändert.</translation>
    </message>
    <message>
        <source>This GPU cannot be partitioned now.</source>
        <translation>Diese GPU kann derzeit nicht partitioniert werden.</translation>
    </message>
    <message>
        <source>Refresh, and look at its assigned status on the tab GPUs for the reason.</source>
        <translation>Aktualisieren Sie; den Grund zeigt der Zuweisungsstatus auf der Registerkarte &quot;GPUs&quot;.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Es ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>Select what is to be changed.</source>
        <translation>Wählen Sie aus, was geändert werden soll.</translation>
    </message>
    <message>
        <source>No free partition is left for this virtual machine on %1.</source>
        <translation>Auf %1 ist für diese VM keine Partition mehr frei.</translation>
    </message>
    <message>
        <source>Unassign a partition from another virtual machine, choose another GPU or size, or raise the partition count of a GPU that has no partitions assigned.</source>
        <translation>Heben Sie die Zuweisung einer Partition zu einer anderen VM auf, wählen Sie eine andere GPU oder Größe aus, oder erhöhen Sie die Partitionsanzahl einer GPU ohne zugewiesene Partitionen.</translation>
    </message>
    <message numerus="yes">
        <source>This virtual machine has %n GPU partitions already. Only one can be assigned.</source>
        <translation>
            <numerusform>Dieser VM ist bereits %n GPU-Partition zugewiesen. Es ist nur eine möglich.</numerusform>
            <numerusform>Dieser VM sind bereits %n GPU-Partitionen zugewiesen. Es ist nur eine möglich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Unassign what it has first, or leave it out.</source>
        <translation>Heben Sie die vorhandene Zuweisung zuerst auf, oder lassen Sie die VM aus.</translation>
    </message>
    <message>
        <source>This virtual machine is not on %1. It was deleted, or moved to another server.</source>
        <translation>Diese VM ist auf %1 nicht vorhanden. Sie wurde gelöscht oder auf einen anderen Server verschoben.</translation>
    </message>
    <message>
        <source>Refresh and select it where it is now.</source>
        <translation>Aktualisieren Sie, und wählen Sie die VM dort aus, wo sie sich jetzt befindet.</translation>
    </message>
    <message>
        <source>Start it and shut its guest down, or delete its saved state.</source>
        <translation>Starten Sie die VM, und fahren Sie den Gast herunter, oder löschen Sie den gespeicherten Zustand.</translation>
    </message>
    <message>
        <source>The state of this virtual machine (%1) does not allow a change.</source>
        <translation>Der Zustand dieser VM (%1) lässt keine Änderung zu.</translation>
    </message>
    <message>
        <source>Repair it on its server first, often by making its storage available again.</source>
        <translation>Reparieren Sie die VM zuerst auf ihrem Server; häufig muss nur ihr Speicher wieder verfügbar gemacht werden.</translation>
    </message>
    <message>
        <source>This virtual machine is just changing its state (%1).</source>
        <translation>Diese VM wechselt gerade ihren Zustand (%1).</translation>
    </message>
    <message>
        <source>Wait until it is running or off, and refresh.</source>
        <translation>Warten Sie, bis sie ausgeführt wird oder aus ist, und aktualisieren Sie.</translation>
    </message>
    <message>
        <source>This virtual machine is paused.</source>
        <translation>Diese VM ist angehalten.</translation>
    </message>
    <message>
        <source>Resume it, or turn it off, and refresh.</source>
        <translation>Setzen Sie sie fort, oder schalten Sie sie aus, und aktualisieren Sie.</translation>
    </message>
    <message>
        <source>This virtual machine is running and is left as it is, as chosen.</source>
        <translation>Diese VM wird ausgeführt und bleibt wie ausgewählt unverändert.</translation>
    </message>
    <message>
        <source>Have the workloads in it saved before you go on.</source>
        <translation>Lassen Sie die Daten in der VM speichern, bevor Sie fortfahren.</translation>
    </message>
    <message>
        <source>Disable checkpoints in its settings, also those that backups make.</source>
        <translation>Deaktivieren Sie Prüfpunkte in den Einstellungen der VM, auch diejenigen, die bei Sicherungen erstellt werden.</translation>
    </message>
    <message>
        <source>Disable dynamic memory, or set its minimum to the startup memory.</source>
        <translation>Deaktivieren Sie den dynamischen Arbeitsspeicher, oder legen Sie sein Minimum auf den Arbeitsspeicher beim Start fest.</translation>
    </message>
    <message>
        <source>This is a generation 1 virtual machine. GPU partitions are meant for generation 2.</source>
        <translation>Dies ist eine VM der Generation 1. GPU-Partitionen sind für Generation 2 vorgesehen.</translation>
    </message>
    <message>
        <source>Try it with one virtual machine before you change many.</source>
        <translation>Testen Sie es mit einer VM, bevor Sie viele ändern.</translation>
    </message>
    <message>
        <source>The configuration version of this virtual machine is %1. GPU partitions need 9.0 or later.</source>
        <translation>Die Konfigurationsversion dieser VM ist %1. GPU-Partitionen erfordern 9.0 oder höher.</translation>
    </message>
    <message>
        <source>Update it with Update-VMVersion while it is off. It cannot go back to older servers then.</source>
        <translation>Aktualisieren Sie die Version mit Update-VMVersion, während die VM aus ist. Sie kann danach nicht mehr auf ältere Server verschoben werden.</translation>
    </message>
    <message>
        <source>When the cluster takes this virtual machine offline, it saves it. That fails with a GPU partition, and draining its server gets stuck.</source>
        <translation>Wenn der Cluster diese VM offline schaltet, speichert er sie. Mit einer GPU-Partition schlägt dies fehl, und der Server kann nicht ausgeglichen werden.</translation>
    </message>
    <message>
        <source>Select &quot;Configure offline action for force shutdown&quot;.</source>
        <translation>Wählen Sie &quot;Offlineaktion für erzwungenes Herunterfahren konfigurieren&quot; aus.</translation>
    </message>
    <message>
        <source>When its server shuts down, this virtual machine is to be saved. That fails with a GPU partition.</source>
        <translation>Diese VM soll gespeichert werden, wenn ihr Server herunterfährt. Mit einer GPU-Partition schlägt dies fehl.</translation>
    </message>
    <message>
        <source>Set its automatic stop action to shut down or turn off.</source>
        <translation>Legen Sie die automatische Stoppaktion der VM auf Herunterfahren oder Ausschalten fest.</translation>
    </message>
    <message>
        <source>A GPU of this server is shared by paravirtualization. Sizes are not enforced there.</source>
        <translation>Eine GPU dieses Servers wird durch Paravirtualisierung gemeinsam genutzt. Größen werden dort nicht erzwungen.</translation>
    </message>
    <message>
        <source>No GPU of this server has partitions with %1 of VRAM.</source>
        <translation>Keine GPU dieses Servers hat Partitionen mit %1 VRAM.</translation>
    </message>
    <message>
        <source>Choose one of the sizes that the GPUs are configured to, or configure the partition count first.</source>
        <translation>Wählen Sie eine der Größen aus, für die die GPUs konfiguriert sind, oder konfigurieren Sie zuerst die Partitionsanzahl.</translation>
    </message>
    <message>
        <source>This server cannot be changed now: nothing usable is known of it.</source>
        <translation>Dieser Server kann derzeit nicht geändert werden: Es liegen keine verwendbaren Daten vor.</translation>
    </message>
    <message>
        <source>Make sure that it is on and can be reached, and refresh.</source>
        <translation>Stellen Sie sicher, dass er eingeschaltet und erreichbar ist, und aktualisieren Sie.</translation>
    </message>
    <message>
        <source>The cluster has paused this server. A virtual machine that is taken down may come up on another one.</source>
        <translation>Der Cluster hat diesen Server angehalten. Eine VM, die beendet wird, wird möglicherweise auf einem anderen Server gestartet.</translation>
    </message>
    <message>
        <source>Resume the server in the cluster first.</source>
        <translation>Setzen Sie den Server zuerst im Cluster fort.</translation>
    </message>
    <message>
        <source>This server runs Windows build %1. GPU partitioning is supported from Windows Server 2025 (build 26100) on.</source>
        <translation>Auf diesem Server wird Windows-Build %1 ausgeführt. GPU-Partitionierung wird ab Windows Server 2025 (Build 26100) unterstützt.</translation>
    </message>
    <message>
        <source>This virtual machine does not have this GPU partition any more.</source>
        <translation>Dieser VM ist diese GPU-Partition nicht mehr zugewiesen.</translation>
    </message>
    <message>
        <source>Refresh and select again.</source>
        <translation>Aktualisieren Sie, und wählen Sie erneut aus.</translation>
    </message>
    <message>
        <source>The GPU of this assignment is not in the server any more, or is in another slot now: %1. The assignment can be removed, but not be put back to a working one.</source>
        <translation>Die GPU dieser Zuweisung befindet sich nicht mehr im Server oder jetzt in einem anderen Steckplatz: %1. Die Zuweisung kann entfernt, aber nicht funktionsfähig wiederhergestellt werden.</translation>
    </message>
    <message>
        <source>Unassign it, and assign a partition of a present GPU afterwards.</source>
        <translation>Heben Sie die Zuweisung auf, und weisen Sie danach eine Partition einer vorhandenen GPU zu.</translation>
    </message>
    <message>
        <source>This server could not be read the last time. What is known of it is older: read %1.</source>
        <translation>Dieser Server konnte zuletzt nicht gelesen werden. Die vorliegenden Daten sind älter: Sie wurden %1 gelesen.</translation>
    </message>
    <message>
        <source>Refresh. Whatever has changed since then is refused when its turn comes.</source>
        <translation>Aktualisieren Sie. Was sich seither geändert hat, wird bei der Ausführung abgelehnt.</translation>
    </message>
    <message>
        <source>Look at its memory settings before you go on.</source>
        <translation>Prüfen Sie die Arbeitsspeichereinstellungen der VM, bevor Sie fortfahren.</translation>
    </message>
    <message>
        <source>This virtual machine is running. It is shut down or turned off for the change and started again. Unsaved work in it may be lost.</source>
        <translation>Dieser virtuelle Computer wird ausgeführt. Für die Änderung wird er heruntergefahren oder ausgeschaltet und danach wieder gestartet. Nicht gespeicherte Arbeit darin kann verloren gehen.</translation>
    </message>
    <message>
        <source>low %1 MB, high %2 MB</source>
        <comment>memory-mapped I/O space</comment>
        <translation>unten %1 MB, oben %2 MB</translation>
    </message>
    <message>
        <source>The memory-mapped I/O space of this virtual machine (%1) may be too small for this GPU; advised is %2. Its guest would report code 12 or 43.</source>
        <translation>Der MMIO-Bereich dieser VM (%1) ist für diese GPU möglicherweise zu klein; empfohlen wird: %2. Das Gastbetriebssystem würde Code 12 oder 43 melden.</translation>
    </message>
    <message>
        <source>If it does, set it while the virtual machine is off: Set-VM -LowMemoryMappedIoSpace -HighMemoryMappedIoSpace -GuestControlledCacheTypes.</source>
        <translation>Legen Sie ihn in diesem Fall fest, während die VM aus ist: Set-VM -LowMemoryMappedIoSpace -HighMemoryMappedIoSpace -GuestControlledCacheTypes.</translation>
    </message>
    <message>
        <source>This virtual machine is shielded or isolated from its server. Such virtual machines may refuse devices of the server, and may not start with one.</source>
        <translation>Diese VM ist abgeschirmt oder von ihrem Server isoliert. Solche VMs lehnen Geräte des Servers möglicherweise ab und starten damit eventuell nicht.</translation>
    </message>
    <message>
        <source>Try it with one that you can do without.</source>
        <translation>Probieren Sie es zuerst mit einer entbehrlichen VM aus.</translation>
    </message>
    <message>
        <source>This virtual machine has a virtual TPM. A guest encrypted with BitLocker may ask for its recovery key after the change.</source>
        <translation>Diese VM verfügt über ein virtuelles TPM. Ein mit BitLocker verschlüsseltes Gastbetriebssystem fragt nach der Änderung möglicherweise nach dem Wiederherstellungsschlüssel.</translation>
    </message>
    <message>
        <source>Have the recovery key at hand, or suspend BitLocker in the guest first.</source>
        <translation>Halten Sie den Wiederherstellungsschlüssel bereit, oder halten Sie BitLocker im Gastbetriebssystem zuerst an.</translation>
    </message>
    <message>
        <source>Nested virtualization is enabled for this virtual machine. Together with a GPU it has crashed guests.</source>
        <translation>Für diese VM ist die geschachtelte Virtualisierung aktiviert. Zusammen mit einer GPU hat sie schon Gastbetriebssysteme zum Absturz gebracht.</translation>
    </message>
    <message>
        <source>Disable nested virtualization, or try it with one you can do without.</source>
        <translation>Deaktivieren Sie die geschachtelte Virtualisierung, oder probieren Sie es mit einer entbehrlichen VM aus.</translation>
    </message>
    <message>
        <source>Whether virtual machines of this server are shielded, have a virtual TPM or use nested virtualization could not be read (%1).</source>
        <translation>Ob VMs dieses Servers abgeschirmt sind, ein virtuelles TPM haben oder die geschachtelte Virtualisierung verwenden, konnte nicht gelesen werden (%1).</translation>
    </message>
    <message>
        <source>Look at their settings before you go on.</source>
        <translation>Prüfen Sie ihre Einstellungen, bevor Sie fortfahren.</translation>
    </message>
    <message>
        <source>This virtual machine is replicated. Its replica has no GPU partition, and may not start where such a GPU is missing.</source>
        <translation>Diese VM wird repliziert. Ihr Replikat hat keine GPU-Partition und startet möglicherweise nicht, wo eine solche GPU fehlt.</translation>
    </message>
    <message>
        <source>Test a failover afterwards.</source>
        <translation>Führen Sie danach ein Testfailover aus.</translation>
    </message>
    <message>
        <source>A backup product tracks the changes of this virtual machine. Backups that make checkpoints fail while it has a GPU partition.</source>
        <translation>Ein Sicherungsprodukt verfolgt die Änderungen dieser VM. Sicherungen, die Prüfpunkte erstellen, schlagen fehl, solange ihr eine GPU-Partition zugewiesen ist.</translation>
    </message>
    <message>
        <source>Test its backup afterwards, or back it up from within its guest.</source>
        <translation>Testen Sie danach die Sicherung, oder sichern Sie die VM aus dem Gastbetriebssystem heraus.</translation>
    </message>
    <message>
        <source>This device is not in the server any more, or is in another slot now: %1.</source>
        <translation>Dieses Gerät befindet sich nicht mehr im Server oder jetzt in einem anderen Steckplatz: %1.</translation>
    </message>
    <message>
        <source>This GPU cannot be assigned to a virtual machine. %1</source>
        <translation>Diese GPU kann keiner VM zugewiesen werden. %1</translation>
    </message>
    <message>
        <source>Choose another GPU.</source>
        <translation>Wählen Sie eine andere GPU aus.</translation>
    </message>
    <message>
        <source>Whether this GPU can be assigned to a virtual machine is not certain. %1</source>
        <translation>Ob diese GPU einer VM zugewiesen werden kann, ist nicht sicher. %1</translation>
    </message>
    <message>
        <source>When its server refuses, everything is put back.</source>
        <translation>Wenn der Server ablehnt, wird alles zurückgesetzt.</translation>
    </message>
    <message>
        <source>This device is assigned to a virtual machine: %1.</source>
        <translation>Dieses Gerät ist einer VM zugewiesen: %1.</translation>
    </message>
    <message>
        <source>Take it away from that virtual machine first.</source>
        <translation>Entfernen Sie es zuerst von dieser VM.</translation>
    </message>
    <message>
        <source>Partitions of this GPU are assigned to virtual machines: %1. A GPU is used either partitioned or as a whole.</source>
        <translation>Partitionen dieser GPU sind VMs zugewiesen: %1. Eine GPU wird entweder partitioniert oder als Ganzes verwendet.</translation>
    </message>
    <message>
        <source>This device is in the GPU pool %1.</source>
        <translation>Dieses Gerät befindet sich im GPU-Pool %1.</translation>
    </message>
    <message>
        <source>Delete the pool first, or assign the virtual machine to the pool.</source>
        <translation>Löschen Sie zuerst den Pool, oder weisen Sie die VM dem Pool zu.</translation>
    </message>
    <message>
        <source>This device is dismounted already. It is left as it is.</source>
        <translation>Dieses Gerät ist bereits vom Host getrennt. Es bleibt unverändert.</translation>
    </message>
    <message>
        <source>The server has this device already. It is left as it is.</source>
        <translation>Der Server verfügt bereits über dieses Gerät. Es bleibt unverändert.</translation>
    </message>
    <message>
        <source>The server&apos;s own screen is shown by what is taken away, and no other display adapter is left for it.</source>
        <translation>Der eigene Bildschirm des Servers wird von dem Gerät angezeigt, das ihm genommen wird, und es bleibt ihm keine andere Grafikkarte.</translation>
    </message>
    <message>
        <source>Make sure that you reach the server in another way.</source>
        <translation>Stellen Sie sicher, dass Sie den Server auf einem anderen Weg erreichen.</translation>
    </message>
    <message>
        <source>Other functions of this card stay with the server: %1.</source>
        <translation>Andere Funktionen dieser Karte verbleiben beim Server: %1.</translation>
    </message>
    <message>
        <source>Choose them, too: a card that is divided may not be reset when its virtual machine starts again.</source>
        <translation>Wählen Sie sie ebenfalls aus: Eine aufgeteilte Karte wird möglicherweise nicht zurückgesetzt, wenn ihre VM neu startet.</translation>
    </message>
    <message>
        <source>The devices are taken from the server although this is not ensured: %1.</source>
        <translation>Die Geräte werden vom Server getrennt, obwohl Folgendes nicht sichergestellt ist: %1.</translation>
    </message>
    <message>
        <source>Do this only when you trust what runs in the virtual machine: it might reach beyond its device.</source>
        <translation>Tun Sie dies nur, wenn Sie dem vertrauen, was in der VM ausgeführt wird: Es könnte über das Gerät hinaus zugreifen.</translation>
    </message>
    <message>
        <source>This computer runs a Windows for clients. Devices can be assigned on Windows Server only.</source>
        <translation>Auf diesem Computer wird ein Windows für Clients ausgeführt. Geräte können nur unter Windows Server zugewiesen werden.</translation>
    </message>
    <message>
        <source>Low MMIO space cannot be %1 MB. It has %2 to %3 MB.</source>
        <translation>Der untere MMIO-Bereich kann nicht %1 MB groß sein. Zulässig sind %2 bis %3 MB.</translation>
    </message>
    <message>
        <source>Choose a value in between.</source>
        <translation>Wählen Sie einen Wert dazwischen aus.</translation>
    </message>
    <message>
        <source>The settings of this virtual machine are so already. It is left as it is.</source>
        <translation>Die Einstellungen dieser VM sind bereits so. Sie bleibt unverändert.</translation>
    </message>
    <message>
        <source>What the settings of this virtual machine were before it got the device is not recorded here. They stay as they are.</source>
        <translation>Welche Einstellungen diese VM hatte, bevor sie das Gerät erhielt, ist hier nicht aufgezeichnet. Sie bleiben unverändert.</translation>
    </message>
    <message>
        <source>Change its settings afterwards if they should be different.</source>
        <translation>Ändern Sie die Einstellungen danach, wenn sie anders sein sollen.</translation>
    </message>
    <message>
        <source>This virtual machine keeps other devices. Its settings stay as they are for them.</source>
        <translation>Diese VM behält andere Geräte. Ihre Einstellungen bleiben dafür unverändert.</translation>
    </message>
    <message>
        <source>The pool needs a name that neither begins nor ends with a space.</source>
        <translation>Der Pool benötigt einen Namen, der weder mit einem Leerzeichen beginnt noch damit endet.</translation>
    </message>
    <message>
        <source>There is a GPU pool %1 on this server already.</source>
        <translation>Auf diesem Server ist bereits ein GPU-Pool %1 vorhanden.</translation>
    </message>
    <message>
        <source>Choose another name, or delete that pool first.</source>
        <translation>Wählen Sie einen anderen Namen, oder löschen Sie zuerst diesen Pool.</translation>
    </message>
    <message>
        <source>There is no GPU pool %1 on this server.</source>
        <translation>Auf diesem Server ist kein GPU-Pool %1 vorhanden.</translation>
    </message>
    <message>
        <source>Refresh, or make the pool first.</source>
        <translation>Aktualisieren Sie, oder erstellen Sie zuerst den Pool.</translation>
    </message>
    <message>
        <source>Virtual machines are assigned to this GPU pool: %1.</source>
        <translation>Diesem GPU-Pool sind VMs zugewiesen: %1.</translation>
    </message>
    <message>
        <source>Unassign these virtual machines first.</source>
        <translation>Heben Sie zuerst die Zuweisung dieser VMs auf.</translation>
    </message>
    <message>
        <source>These nodes of the cluster have no GPU pool of this name: %1. The virtual machine cannot start there.</source>
        <translation>Diese Knoten des Clusters verfügen über keinen GPU-Pool dieses Namens: %1. Die VM kann dort nicht starten.</translation>
    </message>
    <message>
        <source>Make a pool of the same name on every node.</source>
        <translation>Erstellen Sie auf jedem Knoten einen Pool mit demselben Namen.</translation>
    </message>
    <message>
        <source>The GPU pool %1 has only %2 devices.</source>
        <translation>Der GPU-Pool %1 enthält nur %2 Geräte.</translation>
    </message>
    <message>
        <source>Choose fewer GPUs, or make the pool larger.</source>
        <translation>Wählen Sie weniger GPUs aus, oder vergrößern Sie den Pool.</translation>
    </message>
    <message>
        <source>This server runs Windows build %1. GPU pools are available from Windows Server 2025 (build 26100) on.</source>
        <translation>Auf diesem Server wird Windows-Build %1 ausgeführt. GPU-Pools sind ab Windows Server 2025 (Build 26100) verfügbar.</translation>
    </message>
    <message>
        <source>that its traffic cannot reach other devices (access control services)</source>
        <translation>dass sein Datenverkehr andere Geräte nicht erreichen kann (Zugriffssteuerungsdienste, ACS)</translation>
    </message>
    <message>
        <source>that its maker&apos;s mitigation driver is installed</source>
        <translation>dass der Schutztreiber des Herstellers installiert ist</translation>
    </message>
    <message>
        <source>This virtual machine is saved. Its GPUs and settings can be changed only when it is really off.</source>
        <translation>Diese VM ist gespeichert. Ihre GPUs und Einstellungen können nur geändert werden, wenn sie tatsächlich aus ist.</translation>
    </message>
    <message>
        <source>Checkpoints are enabled for this virtual machine. They fail while it has a GPU or a GPU partition.</source>
        <translation>Für diese VM sind Prüfpunkte aktiviert. Sie schlagen fehl, solange ihr eine GPU oder GPU-Partition zugewiesen ist.</translation>
    </message>
    <message>
        <source>The dynamic memory of this virtual machine can go below what it starts with (startup %1 MB, minimum %2 MB). It would not start with a GPU or a GPU partition.</source>
        <translation>Der dynamische Arbeitsspeicher dieser VM kann unter den beim Start zugewiesenen Wert fallen (Start %1 MB, Minimum %2 MB). Mit einer GPU oder GPU-Partition würde sie nicht starten.</translation>
    </message>
    <message>
        <source>Whether this virtual machine uses dynamic memory could not be read. It would not start with a GPU or a GPU partition if its memory may go below what it starts with.</source>
        <translation>Ob diese VM dynamischen Arbeitsspeicher verwendet, konnte nicht gelesen werden. Mit einer GPU oder GPU-Partition würde sie nicht starten, wenn ihr Arbeitsspeicher unter den beim Start zugewiesenen Wert fallen darf.</translation>
    </message>
    <message>
        <source>The devices need more MMIO space than the virtual machine gets: at least %1 MB low and %2 MB high. It might not start, or report code 12 for them.</source>
        <translation>Die Geräte benötigen mehr MMIO-Bereich, als die VM erhält: mindestens %1 MB unten und %2 MB oben. Sie startet möglicherweise nicht oder meldet Code 12 für sie.</translation>
    </message>
    <message>
        <source>Choose larger values.</source>
        <translation>Wählen Sie größere Werte.</translation>
    </message>
    <message>
        <source>First unassign the partitions from these virtual machines, or let the plan do that first. Those that are turned off count, too.</source>
        <translation>Heben Sie zuerst die Zuweisung der Partitionen zu diesen VMs auf, oder lassen Sie dies zuerst den Plan tun. Ausgeschaltete zählen ebenfalls.</translation>
    </message>
    <message>
        <source>This device is held for a virtual machine that is not on the server any more: %1.</source>
        <translation>Dieses Gerät ist für eine VM reserviert, die sich nicht mehr auf dem Server befindet: %1.</translation>
    </message>
    <message>
        <source>When the virtual machine was moved here from another server a moment ago, refresh first.</source>
        <translation>Wurde die VM soeben von einem anderen Server hierher verschoben, aktualisieren Sie zuerst.</translation>
    </message>
    <message>
        <source>These virtual machines leave the choice of the GPU to the server, which has no other that can be partitioned: %1. They do not start any more.</source>
        <translation>Diese VMs überlassen die Wahl der GPU dem Server, der keine andere partitionierbare hat: %1. Sie starten dann nicht mehr.</translation>
    </message>
    <message>
        <source>Unassign their GPU partitions, too, or move them to another server.</source>
        <translation>Heben Sie auch die Zuweisung ihrer GPU-Partitionen auf, oder verschieben Sie sie auf einen anderen Server.</translation>
    </message>
    <message>
        <source>It is not put back, as it was changed since: %1.</source>
        <translation>Wird nicht zurückgesetzt, da es seitdem geändert wurde: %1.</translation>
    </message>
    <message>
        <source>Look at what was changed. Undo that first, or leave it as it is now.</source>
        <translation>Sehen Sie sich an, was geändert wurde. Machen Sie das zuerst rückgängig, oder lassen Sie es, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>This server has no GPU that can be partitioned.</source>
        <translation>Dieser Server hat keine GPU, die partitioniert werden kann.</translation>
    </message>
    <message>
        <source>Look at the assigned status of its GPUs on the tab GPUs for the reason, or choose another server.</source>
        <translation>Den Grund nennt der zugewiesene Status seiner GPUs auf der Registerkarte GPUs; oder wählen Sie einen anderen Server.</translation>
    </message>
    <message>
        <source>The GPUs of this server could not be read. Whether all of a homogeneous set are selected is not known.</source>
        <translation>Die GPUs dieses Servers konnten nicht gelesen werden. Es ist nicht bekannt, ob alle eines homogenen Satzes ausgewählt sind.</translation>
    </message>
    <message>
        <source>Have the server read first. Otherwise its GPUs may end up with another partition count, which isn&apos;t recommended.</source>
        <translation>Lassen Sie den Server zuerst lesen. Andernfalls haben seine GPUs am Ende womöglich eine andere Partitionsanzahl, was nicht empfohlen wird.</translation>
    </message>
    <message>
        <source>Only %1 partitions would be left for the virtual machines that get one of any GPU when they start: %2. Not all of them could start.</source>
        <translation>Nur %1 Partitionen blieben für die VMs, die beim Start eine von irgendeiner GPU erhalten: %2. Nicht alle könnten starten.</translation>
    </message>
    <message>
        <source>Choose a higher count, or unassign the partitions of virtual machines that need none.</source>
        <translation>Wählen Sie eine höhere Anzahl, oder heben Sie die Zuweisung von Partitionen an VMs auf, die keine benötigen.</translation>
    </message>
    <message numerus="yes">
        <source>Only %n of the %1 GPUs of this homogeneous set are selected. Not selecting all of them might result in different partition counts, which isn&apos;t recommended.</source>
        <translation>
            <numerusform>Nur %n der %1 GPUs dieses homogenen Satzes ist ausgewählt. Wenn nicht alle ausgewählt sind, können unterschiedliche Partitionsanzahlen entstehen, was nicht empfohlen wird.</numerusform>
            <numerusform>Nur %n der %1 GPUs dieses homogenen Satzes sind ausgewählt. Wenn nicht alle ausgewählt sind, können unterschiedliche Partitionsanzahlen entstehen, was nicht empfohlen wird.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GpuSelection</name>
    <message>
        <source>No GPU is called &quot;%1&quot; on these servers; there are:</source>
        <translation>Auf diesen Servern heißt keine GPU &quot;%1&quot;; vorhanden sind:</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could be any of these; add @SERVER or give the instance path:</source>
        <translation>&quot;%1&quot; kann jede dieser GPUs sein; fügen Sie @SERVER hinzu, oder geben Sie den Instanzpfad an:</translation>
    </message>
    <message>
        <source>No GPU that can be partitioned is called &quot;%1&quot;; there are:</source>
        <translation>Keine partitionierbare GPU heißt &quot;%1&quot;; vorhanden sind:</translation>
    </message>
    <message>
        <source>No partitionable GPU has been found on these servers</source>
        <translation>Auf diesen Servern wurde keine partitionierbare GPU gefunden</translation>
    </message>
    <message>
        <source>There are GPUs of several configurations; choose with --gpu, --model or --on:</source>
        <translation>Es sind GPUs mit unterschiedlichen Konfigurationen vorhanden; wählen Sie mit --gpu, --model oder --on aus:</translation>
    </message>
    <message>
        <source>No partitionable GPU is known; the GPUs of these servers could not be read:</source>
        <translation>Es ist keine partitionierbare GPU bekannt; die GPUs dieser Server konnten nicht gelesen werden:</translation>
    </message>
</context>
<context>
    <name>HealthRun</name>
    <message>
        <source>There is no finding &quot;%1&quot; (any more); these can be fixed:</source>
        <translation>Es gibt keinen Befund &quot;%1&quot; (mehr); diese können behoben werden:</translation>
    </message>
    <message>
        <source>No plan can put this right. What to do: %1</source>
        <translation>Kein Plan kann dies beheben. Abhilfe: %1</translation>
    </message>
    <message>
        <source>A change was cut off. Go on with it, put it back, or note it as dealt with:</source>
        <translation>Eine Änderung wurde unterbrochen. Setzen Sie sie fort, machen Sie sie rückgängig, oder vermerken Sie sie als erledigt:</translation>
    </message>
</context>
<context>
    <name>LoginRun</name>
    <message>
        <source>%1: no password is needed, as no user is given</source>
        <translation>%1: Es wird kein Kennwort benötigt, da kein Benutzer angegeben ist</translation>
    </message>
    <message>
        <source>Saved in the keychain: %1</source>
        <translation>Im Schlüsselbund gespeichert: %1</translation>
    </message>
    <message>
        <source>Not in the keychain any more: %1</source>
        <translation>Nicht mehr im Schlüsselbund: %1</translation>
    </message>
</context>
<context>
    <name>Mmio</name>
    <message>
        <source>below 4 GB</source>
        <translation>unterhalb von 4 GB</translation>
    </message>
    <message>
        <source>above 4 GB</source>
        <translation>oberhalb von 4 GB</translation>
    </message>
    <message>
        <source>%1, memory range %2</source>
        <translation>%1, Speicherbereich %2</translation>
    </message>
    <message>
        <source>The virtual machine&apos;s own devices</source>
        <translation>Eigene Geräte der VM</translation>
    </message>
    <message>
        <source>Unused before the next range of %1, which begins at a multiple of its size</source>
        <translation>Ungenutzt vor dem nächsten Bereich von %1, der an einem Vielfachen seiner Größe beginnt</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>low %1, high %2</source>
        <translation>unten %1, oben %2</translation>
    </message>
    <message>
        <source>Low MMIO space needed</source>
        <translation>Benötigter unterer MMIO-Bereich</translation>
    </message>
    <message>
        <source>High MMIO space needed</source>
        <translation>Benötigter oberer MMIO-Bereich</translation>
    </message>
    <message>
        <source>Not counted, because Windows tells the memory ranges of started devices only and they were not read before: %1.</source>
        <translation>Nicht berücksichtigt, weil Windows nur die Speicherbereiche gestarteter Geräte nennt und sie zuvor nicht gelesen wurden: %1.</translation>
    </message>
    <message>
        <source>Counted as read while the device was still started: %1.</source>
        <translation>Berücksichtigt wie gelesen, als das Gerät noch gestartet war: %1.</translation>
    </message>
    <message>
        <source>More than the %1 that Windows allows below 4 GB: assign fewer devices to the virtual machine.</source>
        <translation>Mehr als die %1, die Windows unterhalb von 4 GB zulässt: Weisen Sie der VM weniger Geräte zu.</translation>
    </message>
    <message>
        <source>More than %1, the largest high space known to be accepted.</source>
        <translation>Mehr als %1, der größte bekanntermaßen akzeptierte obere Bereich.</translation>
    </message>
    <message numerus="yes">
        <source>The high space ends at %1. That the server can address this is not certain: its devices prove %n address bits only.</source>
        <translation>
            <numerusform>Der obere Bereich endet bei %1. Ob der Server dies adressieren kann, ist nicht sicher: Seine Geräte belegen nur %n Adressbit.</numerusform>
            <numerusform>Der obere Bereich endet bei %1. Ob der Server dies adressieren kann, ist nicht sicher: Seine Geräte belegen nur %n Adressbits.</numerusform>
        </translation>
    </message>
    <message>
        <source>The high space ends at %1. How far the server&apos;s processors can address, Windows does not tell.</source>
        <translation>Der obere Bereich endet bei %1. Wie weit die Prozessoren des Servers adressieren können, gibt Windows nicht an.</translation>
    </message>
    <message>
        <source>The low MMIO space must be between %1 and %2.</source>
        <translation>Der untere MMIO-Bereich muss zwischen %1 und %2 liegen.</translation>
    </message>
    <message>
        <source>The high MMIO space must be between %1 and %2.</source>
        <translation>Der obere MMIO-Bereich muss zwischen %1 und %2 liegen.</translation>
    </message>
</context>
<context>
    <name>NodeState</name>
    <message>
        <source>Up</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>Beitritt läuft</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n ungeklärt</numerusform>
            <numerusform>%n ungeklärt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partly done</source>
        <translation>
            <numerusform>%n teilweise ausgeführt</numerusform>
            <numerusform>%n teilweise ausgeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed and put back</source>
        <translation>
            <numerusform>%n fehlgeschlagen und zurückgesetzt</numerusform>
            <numerusform>%n fehlgeschlagen und zurückgesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>The server says: %1</source>
        <translation>Meldung des Servers: %1</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurückgesetzt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Teilweise ausgeführt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ungeklärt</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>Hier wurde noch nichts ausgeführt.</translation>
    </message>
    <message>
        <source>Done, and read back to be as planned.</source>
        <translation>Ausgeführt und durch erneutes Lesen bestätigt.</translation>
    </message>
    <message>
        <source>Left as it was, as chosen for running VMs.</source>
        <translation>Unverändert, wie für laufende VMs ausgewählt.</translation>
    </message>
    <message>
        <source>Stopped; it is as it was before.</source>
        <translation>Abgebrochen; der vorherige Zustand besteht.</translation>
    </message>
    <message>
        <source>It failed before anything was changed.</source>
        <translation>Der Vorgang ist fehlgeschlagen, bevor etwas geändert wurde.</translation>
    </message>
    <message>
        <source>The connection was lost, and what happened is not known. Resume or put back when the server can be reached.</source>
        <translation>Die Verbindung wurde getrennt, und es ist nicht bekannt, was ausgeführt wurde. Setzen Sie die Änderung fort oder zurück, sobald der Server erreichbar ist.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n done</source>
        <translation>
            <numerusform>%1 von %n erledigt</numerusform>
            <numerusform>%1 von %n erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n put back</source>
        <translation>
            <numerusform>%1 von %n zurückgesetzt</numerusform>
            <numerusform>%1 von %n zurückgesetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n succeeded</source>
        <translation>
            <numerusform>%1 von %n erfolgreich</numerusform>
            <numerusform>%1 von %n erfolgreich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not ended</source>
        <translation>
            <numerusform>%n nicht beendet</numerusform>
            <numerusform>%n nicht beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed since the plan was made: %1.</source>
        <translation>Seit der Planung geändert: %1.</translation>
    </message>
    <message>
        <source>Putting back: %1</source>
        <translation>Beim Zurücksetzen: %1</translation>
    </message>
    <message>
        <source>What had been done was put back; it is as it was before.</source>
        <translation>Bereits Ausgeführtes wurde zurückgesetzt; alles ist wie zuvor.</translation>
    </message>
    <message>
        <source>It failed, and not everything could be put back. Look at it, and put it back again.</source>
        <translation>Fehlgeschlagen, und nicht alles konnte zurückgesetzt werden. Prüfen Sie das Ziel, und setzen Sie es erneut zurück.</translation>
    </message>
    <message>
        <source>Mostly all partitions of the GPU are in use by VMs that run; or memory or memory-mapped I/O space is short, or the GPU&apos;s driver was changed.</source>
        <translation>Meist werden alle Partitionen der GPU von laufenden VMs verwendet; oder Arbeitsspeicher oder MMIO-Adressraum ist knapp, oder der Treiber der GPU wurde geändert.</translation>
    </message>
    <message>
        <source>Hyper-V says this for many causes; mostly the size of the partition does not fit the GPU, the VM lacks memory-mapped I/O space, or the GPU&apos;s driver does not partition it any more.</source>
        <translation>Hyper-V meldet das aus vielen Gründen; meist passt die Größe der Partition nicht zur GPU, der VM fehlt MMIO-Adressraum, oder der Treiber der GPU partitioniert sie nicht mehr.</translation>
    </message>
    <message>
        <source>%1; the VM is off</source>
        <comment>outcome</comment>
        <translation>%1; die VM ist ausgeschaltet</translation>
    </message>
    <message>
        <source>%1; the VM may be off</source>
        <comment>outcome</comment>
        <translation>%1; die VM ist möglicherweise ausgeschaltet</translation>
    </message>
    <message>
        <source>Not put back</source>
        <translation>Nicht zurückgesetzt</translation>
    </message>
    <message>
        <source>Left off, though running before: %1.</source>
        <translation>Ausgeschaltet geblieben, obwohl vorher in Betrieb: %1.</translation>
    </message>
    <message>
        <source>May be off, though running before: %1.</source>
        <translation>Möglicherweise ausgeschaltet, obwohl vorher in Betrieb: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n not put back</source>
        <translation>
            <numerusform>%n nicht zurückgesetzt</numerusform>
            <numerusform>%n nicht zurückgesetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: it was changed elsewhere meanwhile, by another console, an administrator, the cluster or its guest, as reading it again just before the change showed. Nothing was done to it here. Refresh, and plan anew what is still needed.</source>
        <translation>%1: wurde inzwischen anderswo geändert, von einer anderen Konsole, einem Administrator, dem Cluster oder dem Gast, wie das erneute Lesen kurz vor der Änderung zeigte. Hier wurde daran nichts geändert. Aktualisieren Sie, und planen Sie neu, was noch nötig ist.</translation>
    </message>
    <message>
        <source>%1: it was changed elsewhere while this was under way, by another console, an administrator, the cluster or its guest, as reading it again before the next step showed. Refresh, and plan anew what is still needed.</source>
        <translation>%1: wurde anderswo geändert, während dies im Gange war, von einer anderen Konsole, einem Administrator, dem Cluster oder dem Gast, wie das erneute Lesen vor dem nächsten Schritt zeigte. Aktualisieren Sie, und planen Sie neu, was noch nötig ist.</translation>
    </message>
    <message>
        <source>Not touched: it is not as it has to be for this.</source>
        <translation>Nicht angefasst: Es ist nicht so, wie es dafür sein muss.</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>Standard output could not be written</source>
        <translation>In die Standardausgabe konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>In %1 geschrieben</translation>
    </message>
    <message>
        <source>Certificate of %1, issued by %2</source>
        <translation>Zertifikat von %1, ausgestellt von %2</translation>
    </message>
    <message>
        <source>If this is the fingerprint on the server, trust it with --pin %1</source>
        <translation>Ist dies der Fingerabdruck auf dem Server, vertrauen Sie ihm mit --pin %1</translation>
    </message>
</context>
<context>
    <name>Part</name>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Computer model</source>
        <translation>Computermodell</translation>
    </message>
    <message>
        <source>Plug and Play devices</source>
        <translation>Plug &amp; Play-Geräte</translation>
    </message>
    <message>
        <source>Device properties</source>
        <translation>Geräteeigenschaften</translation>
    </message>
    <message>
        <source>Adapter memory</source>
        <translation>Adapterspeicher</translation>
    </message>
    <message>
        <source>Partitionable GPUs</source>
        <translation>Partitionierbare GPUs</translation>
    </message>
    <message>
        <source>Assignable devices</source>
        <translation>Zuweisbare Geräte</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Computer</translation>
    </message>
    <message>
        <source>State of virtual machines</source>
        <translation>Zustand der virtuellen Computer</translation>
    </message>
    <message>
        <source>Memory of virtual machines</source>
        <translation>Arbeitsspeicher der virtuellen Computer</translation>
    </message>
    <message>
        <source>GPU partition adapters</source>
        <translation>GPU-Partitionsadapter</translation>
    </message>
    <message>
        <source>GPU partitions</source>
        <translation>GPU-Partitionen</translation>
    </message>
    <message>
        <source>Devices assigned to virtual machines</source>
        <translation>Virtuellen Computern zugewiesene Geräte</translation>
    </message>
    <message>
        <source>RemoteFX adapters</source>
        <translation>RemoteFX-Adapter</translation>
    </message>
    <message>
        <source>SR-IOV support of the server</source>
        <translation>SR-IOV-Unterstützung des Servers</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Cluster resources</source>
        <translation>Clusterressourcen</translation>
    </message>
    <message>
        <source>Security settings of virtual machines</source>
        <translation>Sicherheitseinstellungen der VMs</translation>
    </message>
    <message>
        <source>Processor settings of virtual machines</source>
        <translation>Prozessoreinstellungen der VMs</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Security features of the hardware</source>
        <translation>Sicherheitsfunktionen der Hardware</translation>
    </message>
    <message>
        <source>Policies in the registry</source>
        <translation>Richtlinien in der Registrierung</translation>
    </message>
    <message>
        <source>Live migration settings</source>
        <translation>Einstellungen für die Livemigration</translation>
    </message>
    <message>
        <source>Memory ranges of devices</source>
        <translation>Speicherbereiche von Geräten</translation>
    </message>
    <message>
        <source>GPU pools</source>
        <translation>GPU-Pools</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>the first line of the file is empty</source>
        <translation>Die erste Zeile der Datei ist leer</translation>
    </message>
    <message>
        <source>no password was entered</source>
        <translation>Es wurde kein Kennwort eingegeben</translation>
    </message>
    <message>
        <source>no terminal to ask for it</source>
        <translation>kein Terminal, um danach zu fragen</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Turn off</source>
        <comment>offline action of a cluster</comment>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>offline action of a cluster</comment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Shut down</source>
        <comment>offline action of a cluster</comment>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Forced shut down</source>
        <comment>offline action of a cluster</comment>
        <translation>Herunterfahren (erzwungen)</translation>
    </message>
    <message>
        <source>Set the partition count to %1</source>
        <translation>Partitionsanzahl auf %1 festlegen</translation>
    </message>
    <message>
        <source>Set the partition count from %1 to %2</source>
        <translation>Partitionsanzahl von %1 in %2 ändern</translation>
    </message>
    <message>
        <source>Set the cluster&apos;s offline action to &quot;%1&quot;</source>
        <translation>Offlineaktion des Clusters auf &quot;%1&quot; festlegen</translation>
    </message>
    <message>
        <source>Set the cluster&apos;s offline action from &quot;%1&quot; to &quot;%2&quot;</source>
        <translation>Offlineaktion des Clusters von &quot;%1&quot; in &quot;%2&quot; ändern</translation>
    </message>
    <message>
        <source>%1 at most, then ask</source>
        <translation>höchstens %1, dann nachfragen</translation>
    </message>
    <message>
        <source>%1 at most, then turn off</source>
        <translation>höchstens %1, dann ausschalten</translation>
    </message>
    <message>
        <source>%1 at most, then skip</source>
        <translation>höchstens %1, dann überspringen</translation>
    </message>
    <message>
        <source>Turn the VM off through the cluster</source>
        <translation>VM über den Cluster ausschalten</translation>
    </message>
    <message>
        <source>Turn the VM off</source>
        <translation>VM ausschalten</translation>
    </message>
    <message>
        <source>Shut the guest down through the cluster (%1)</source>
        <translation>Gast über den Cluster herunterfahren (%1)</translation>
    </message>
    <message>
        <source>Shut the guest down (%1)</source>
        <translation>Gast herunterfahren (%1)</translation>
    </message>
    <message>
        <source>Assign a GPU partition; the server chooses the GPU</source>
        <translation>GPU-Partition zuweisen; der Server wählt die GPU aus</translation>
    </message>
    <message>
        <source>Assign a partition of the chosen GPU</source>
        <translation>Partition der ausgewählten GPU zuweisen</translation>
    </message>
    <message>
        <source>%1 (VRAM: %2)</source>
        <translation>%1 (VRAM: %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n GPUs</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n VMs</source>
        <translation>
            <numerusform>%n VM</numerusform>
            <numerusform>%n VMs</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>work on server</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n servers</source>
        <comment>work on servers</comment>
        <translation>
            <numerusform>%1 auf %n Server</numerusform>
            <numerusform>%1 auf %n Servern</numerusform>
        </translation>
    </message>
    <message>
        <source>Partition count of %1</source>
        <translation>Partitionsanzahl von %1</translation>
    </message>
    <message>
        <source>Assign a GPU partition to %1</source>
        <translation>GPU-Partition zuweisen: %1</translation>
    </message>
    <message>
        <source>Unassign GPU partitions from %1</source>
        <translation>Zuweisung von GPU-Partitionen aufheben: %1</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Unassign the GPU partition %1</source>
        <comment>id of an adapter</comment>
        <translation>Zuweisung der GPU-Partition %1 aufheben</translation>
    </message>
    <message>
        <source>Let the cluster take over the VM&apos;s configuration</source>
        <translation>VM-Konfiguration in den Cluster übernehmen</translation>
    </message>
    <message>
        <source>Start the VM</source>
        <translation>VM starten</translation>
    </message>
    <message>
        <source>Start the VM through the cluster</source>
        <translation>VM über den Cluster starten</translation>
    </message>
    <message>
        <source>No VM goes down</source>
        <translation>Keine VM wird außer Betrieb genommen</translation>
    </message>
    <message>
        <source>Shut the guest down; ask when it takes too long</source>
        <translation>Gast herunterfahren; nachfragen, wenn es zu lange dauert</translation>
    </message>
    <message>
        <source>Shut the guest down; turn the VM off when it takes too long</source>
        <translation>Gast herunterfahren; VM ausschalten, wenn es zu lange dauert</translation>
    </message>
    <message>
        <source>Shut the guest down; leave the VM as it is when it takes too long</source>
        <translation>Gast herunterfahren; VM unverändert lassen, wenn es zu lange dauert</translation>
    </message>
    <message>
        <source>Leave running VMs as they are</source>
        <translation>Laufende VMs unverändert lassen</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>on</source>
        <comment>setting of a VM</comment>
        <translation>ein</translation>
    </message>
    <message>
        <source>off</source>
        <comment>setting of a VM</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting: new value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>setting: old and new value</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Automatic stop action</source>
        <translation>Automatische Stoppaktion</translation>
    </message>
    <message>
        <source>Guest-controlled cache types</source>
        <translation>Vom Gast gesteuerte Cachetypen</translation>
    </message>
    <message>
        <source>Low MMIO space</source>
        <translation>Unterer MMIO-Bereich</translation>
    </message>
    <message>
        <source>High MMIO space</source>
        <translation>Oberer MMIO-Bereich</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>Dynamic memory</source>
        <translation>Dynamischer Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Minimum memory</source>
        <translation>Minimaler Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Maximum memory</source>
        <translation>Maximaler Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Take %1 away from the VM</source>
        <translation>%1 von der VM entfernen</translation>
    </message>
    <message>
        <source>Take the device %1 away from the VM</source>
        <comment>id of an adapter</comment>
        <translation>Gerät %1 von der VM entfernen</translation>
    </message>
    <message>
        <source>Unassign the VM from the GPU pool %1</source>
        <translation>Zuweisung der VM zum GPU-Pool %1 aufheben</translation>
    </message>
    <message>
        <source>Dismount %1 from the server</source>
        <translation>%1 vom Server trennen</translation>
    </message>
    <message>
        <source>Dismount %1 from the server by force</source>
        <translation>%1 erzwungen vom Server trennen</translation>
    </message>
    <message>
        <source>Dismount %1 from the server without a mitigation driver</source>
        <translation>%1 ohne Schutztreiber vom Server trennen</translation>
    </message>
    <message>
        <source>Dismount %1 from the server without access control services</source>
        <translation>%1 ohne Zugriffssteuerungsdienste (ACS) vom Server trennen</translation>
    </message>
    <message>
        <source>Turn off</source>
        <comment>automatic stop action of a VM</comment>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Save</source>
        <comment>automatic stop action of a VM</comment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Shut down</source>
        <comment>automatic stop action of a VM</comment>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>disabled</source>
        <comment>checkpoints of a VM</comment>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>production</source>
        <comment>checkpoints of a VM</comment>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>production only</source>
        <comment>checkpoints of a VM</comment>
        <translation>nur Produktion</translation>
    </message>
    <message>
        <source>standard</source>
        <comment>checkpoints of a VM</comment>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Disable %1 on the server</source>
        <translation>%1 auf dem Server deaktivieren</translation>
    </message>
    <message>
        <source>Verify that the server lists %1 as assignable</source>
        <translation>Prüfen, ob der Server %1 als zuweisbar aufführt</translation>
    </message>
    <message>
        <source>Assign %1 to the VM</source>
        <translation>%1 der VM zuweisen</translation>
    </message>
    <message>
        <source>Mount %1 on the server</source>
        <translation>%1 wieder am Server einbinden</translation>
    </message>
    <message>
        <source>Enable %1 on the server</source>
        <translation>%1 auf dem Server aktivieren</translation>
    </message>
    <message>
        <source>Delete the GPU pool %1</source>
        <translation>GPU-Pool %1 löschen</translation>
    </message>
    <message>
        <source>Assign a device of the GPU pool %1 to the VM</source>
        <translation>Der VM ein Gerät des GPU-Pools %1 zuweisen</translation>
    </message>
    <message numerus="yes">
        <source>Assign %n devices to %1</source>
        <translation>
            <numerusform>%n Gerät %1 zuweisen</numerusform>
            <numerusform>%n Geräte %1 zuweisen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n devices away from %1</source>
        <translation>
            <numerusform>%n Gerät von %1 entfernen</numerusform>
            <numerusform>%n Geräte von %1 entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismount %1</source>
        <translation>%1 vom Server trennen</translation>
    </message>
    <message>
        <source>Mount %1</source>
        <translation>%1 wieder einbinden</translation>
    </message>
    <message>
        <source>Settings of %1</source>
        <translation>Einstellungen von %1</translation>
    </message>
    <message>
        <source>Make the GPU pool %1</source>
        <translation>GPU-Pool %1 erstellen</translation>
    </message>
    <message>
        <source>Assign %1 to the GPU pool %2</source>
        <translation>%1 dem GPU-Pool %2 zuweisen</translation>
    </message>
    <message>
        <source>Verify that the server can partition %1</source>
        <translation>Prüfen, ob der Server %1 partitionieren kann</translation>
    </message>
    <message>
        <source>Assign a partition of %1</source>
        <translation>Eine Partition von %1 zuweisen</translation>
    </message>
    <message>
        <source>Unassign the partition of %1 (adapter %2)</source>
        <translation>Zuweisung der Partition von %1 aufheben (Adapter %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n VMs go down, each for at most %1 if every step works</source>
        <translation>
            <numerusform>%n VM wird außer Betrieb genommen, höchstens %1 lang, wenn jeder Schritt gelingt</numerusform>
            <numerusform>%n VMs werden außer Betrieb genommen, jede höchstens %1 lang, wenn jeder Schritt gelingt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. If a guest does not shut down in time, the time until you answer comes on top.</source>
        <translation>%1. Fährt ein Gast nicht rechtzeitig herunter, kommt die Zeit bis zu Ihrer Antwort hinzu.</translation>
    </message>
</context>
<context>
    <name>PowerState</name>
    <message>
        <source>Running</source>
        <translation>Wird ausgeführt</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Shutting down</source>
        <translation>Wird heruntergefahren</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Resuming</source>
        <translation>Wird fortgesetzt</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>ReadNote</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) of the list &quot;%1&quot; could not be used</source>
        <translation>
            <numerusform>%n Wert der Liste „%1“ war nicht verwendbar</numerusform>
            <numerusform>%n Werte der Liste „%1“ waren nicht verwendbar</numerusform>
        </translation>
    </message>
    <message>
        <source>the list &quot;%1&quot; names twice: %2</source>
        <translation>die Liste „%1“ nennt zweimal: %2</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>the host does not tell the partition count</source>
        <translation>Der Host meldet die Partitionsanzahl nicht</translation>
    </message>
    <message>
        <source>the GPU is no longer on this server</source>
        <translation>Die GPU ist auf diesem Server nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>the VM is no longer on this server</source>
        <translation>Die VM ist auf diesem Server nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>its partition count is %1</source>
        <translation>Die Partitionsanzahl ist %1</translation>
    </message>
    <message>
        <source>%1 of its partitions were assigned to VMs</source>
        <translation>Inzwischen VMs zugewiesene Partitionen: %1</translation>
    </message>
    <message>
        <source>the host reported success, but the count is still %1</source>
        <translation>Der Host hat Erfolg gemeldet, aber die Anzahl ist weiterhin %1</translation>
    </message>
    <message>
        <source>the host reported success, but nothing changed</source>
        <translation>Der Host hat Erfolg gemeldet, aber es hat sich nichts geändert</translation>
    </message>
    <message>
        <source>stopped before the count was set</source>
        <translation>Abgebrochen, bevor die Anzahl festgelegt wurde</translation>
    </message>
    <message>
        <source>stopped before step %1</source>
        <translation>Abgebrochen vor Schritt %1</translation>
    </message>
    <message>
        <source>stopped while the guest was shutting down</source>
        <translation>Abgebrochen, während der Gast heruntergefahren wurde</translation>
    </message>
    <message>
        <source>somebody else added a partition adapter</source>
        <translation>Jemand anderes hat einen Partitionsadapter hinzugefügt</translation>
    </message>
    <message>
        <source>a partition adapter for the same GPU was added meanwhile</source>
        <translation>Inzwischen wurde ein Partitionsadapter für dieselbe GPU hinzugefügt</translation>
    </message>
    <message>
        <source>its power state is different</source>
        <translation>Der Betriebszustand ist ein anderer</translation>
    </message>
    <message>
        <source>its partition adapters are different</source>
        <translation>Die Partitionsadapter sind andere</translation>
    </message>
    <message>
        <source>it was added to or removed from the cluster</source>
        <translation>Die VM wurde dem Cluster hinzugefügt oder daraus entfernt</translation>
    </message>
    <message>
        <source>its offline action is different</source>
        <translation>Die Offlineaktion ist eine andere</translation>
    </message>
    <message>
        <source>the VM is no longer a cluster resource</source>
        <translation>Die VM ist keine Clusterressource mehr</translation>
    </message>
    <message>
        <source>which of several new partition adapters is ours is not known</source>
        <translation>Es ist nicht bekannt, welcher von mehreren neuen Partitionsadaptern hier hinzugefügt wurde</translation>
    </message>
    <message>
        <source>the VM could not be brought back</source>
        <translation>Die VM konnte nicht wieder in Betrieb genommen werden</translation>
    </message>
    <message>
        <source>the VM is on another node now; it was brought online there, the rest was not put back</source>
        <translation>Die VM befindet sich jetzt auf einem anderen Knoten; sie wurde dort online geschaltet, alles andere wurde nicht zurückgesetzt</translation>
    </message>
    <message>
        <source>the VM is on another node now and could not be brought online there</source>
        <translation>Die VM befindet sich jetzt auf einem anderen Knoten und konnte dort nicht online geschaltet werden</translation>
    </message>
    <message>
        <source>the VM is still changing its power state</source>
        <translation>Die VM wechselt noch ihren Betriebszustand</translation>
    </message>
    <message>
        <source>the VM is neither running nor off; its adapters cannot be put back</source>
        <translation>Die VM wird weder ausgeführt noch ist sie aus; ihre Adapter können nicht zurückgesetzt werden</translation>
    </message>
    <message>
        <source>the plan has blocking findings</source>
        <translation>Die Prüfung des Plans hat Fehler ergeben</translation>
    </message>
    <message>
        <source>the program ended before this did</source>
        <translation>Das Programm wurde vorher beendet</translation>
    </message>
    <message>
        <source>this program is in read-only mode</source>
        <translation>Dieses Programm ist im schreibgeschützten Modus</translation>
    </message>
    <message>
        <source>there is nothing to do in this plan</source>
        <translation>In diesem Plan ist nichts zu tun</translation>
    </message>
    <message>
        <source>this plan was begun before; make a new one</source>
        <translation>Dieser Plan wurde bereits begonnen; erstellen Sie einen neuen</translation>
    </message>
    <message>
        <source>its settings are different</source>
        <translation>Ihre Einstellungen sind anders</translation>
    </message>
    <message>
        <source>a device is no longer on this server</source>
        <translation>Ein Gerät befindet sich nicht mehr auf diesem Server</translation>
    </message>
    <message>
        <source>a device was mounted, dismounted, enabled or disabled meanwhile</source>
        <translation>Ein Gerät wurde inzwischen eingebunden, getrennt, aktiviert oder deaktiviert</translation>
    </message>
    <message>
        <source>a device was assigned to a VM or taken away from one meanwhile</source>
        <translation>Ein Gerät wurde inzwischen einer VM zugewiesen oder von einer entfernt</translation>
    </message>
    <message>
        <source>a device was assigned to another VM meanwhile</source>
        <translation>Ein Gerät wurde inzwischen einer anderen VM zugewiesen</translation>
    </message>
    <message>
        <source>partitions of a device were assigned to VMs meanwhile</source>
        <translation>Partitionen eines Geräts wurden inzwischen VMs zugewiesen</translation>
    </message>
    <message>
        <source>somebody else assigned the device to this VM</source>
        <translation>Jemand anderes hat das Gerät dieser VM zugewiesen</translation>
    </message>
    <message>
        <source>somebody else made a pool of this name</source>
        <translation>Jemand anderes hat einen Pool dieses Namens erstellt</translation>
    </message>
    <message>
        <source>VMs were assigned to the pool meanwhile</source>
        <translation>Dem Pool wurden inzwischen VMs zugewiesen</translation>
    </message>
    <message>
        <source>the host does not list the device as assignable</source>
        <translation>Der Host führt das Gerät nicht als zuweisbar auf</translation>
    </message>
    <message>
        <source>the host has no pool of assignable devices</source>
        <translation>Der Host hat keinen Pool zuweisbarer Geräte</translation>
    </message>
    <message>
        <source>there is no such pool</source>
        <translation>Diesen Pool gibt es nicht</translation>
    </message>
    <message>
        <source>the server would have to be restarted for this</source>
        <translation>Dafür müsste der Server neu gestartet werden</translation>
    </message>
    <message>
        <source>not everything could be brought back</source>
        <translation>Nicht alles konnte wiederhergestellt werden</translation>
    </message>
    <message>
        <source>the VM is neither running nor off; its devices cannot be put back</source>
        <translation>Die VM wird weder ausgeführt noch ist sie aus; ihre Geräte können nicht zurückgesetzt werden</translation>
    </message>
    <message>
        <source>the chosen GPU is no longer on this server, or can no longer be partitioned</source>
        <translation>Die gewählte GPU ist nicht mehr auf diesem Server oder kann nicht mehr partitioniert werden</translation>
    </message>
    <message>
        <source>the partition count of the chosen GPU is %1</source>
        <translation>Die Partitionsanzahl der gewählten GPU ist %1</translation>
    </message>
    <message>
        <source>the chosen GPU has no free partition any more</source>
        <translation>Die gewählte GPU hat keine freie Partition mehr</translation>
    </message>
    <message>
        <source>no GPU of this server has a free partition any more</source>
        <translation>Keine GPU dieses Servers hat noch eine freie Partition</translation>
    </message>
    <message>
        <source>the new partition adapter is not of the chosen GPU</source>
        <translation>Der neue Partitionsadapter gehört nicht zur gewählten GPU</translation>
    </message>
    <message>
        <source>the new partition adapter does not have the chosen size</source>
        <translation>Der neue Partitionsadapter hat nicht die gewählte Größe</translation>
    </message>
    <message>
        <source>the VM runs with a partition of another GPU than the chosen one</source>
        <translation>Die VM läuft mit einer Partition einer anderen GPU als der gewählten</translation>
    </message>
    <message>
        <source>the VM runs with a partition of another size than the chosen one</source>
        <translation>Die VM läuft mit einer Partition anderer Größe als der gewählten</translation>
    </message>
    <message>
        <source>the guest did not shut down in time, but soon after; the VM was started again</source>
        <translation>Der Gast ist nicht rechtzeitig, aber kurz danach heruntergefahren; die VM wurde wieder gestartet</translation>
    </message>
    <message>
        <source>the guest did not shut down in time and is not turned off; it has been asked to shut down and may still do so</source>
        <translation>Der Gast ist nicht rechtzeitig heruntergefahren und wird nicht ausgeschaltet; er wurde zum Herunterfahren aufgefordert und tut es womöglich noch</translation>
    </message>
    <message>
        <source>nothing further was begun after a failure, as chosen</source>
        <translation>Nach einem Fehler wurde wie gewählt nichts Weiteres begonnen</translation>
    </message>
    <message>
        <source>nothing further was begun on this server, because &quot;%1&quot; could not be started again</source>
        <translation>Auf diesem Server wurde nichts Weiteres begonnen, da &quot;%1&quot; nicht wieder gestartet werden konnte</translation>
    </message>
    <message>
        <source>nothing further was begun on this server, because it is not known whether &quot;%1&quot; runs again</source>
        <translation>Auf diesem Server wurde nichts Weiteres begonnen, da nicht bekannt ist, ob &quot;%1&quot; wieder läuft</translation>
    </message>
    <message>
        <source>nothing further was begun on this server, because the change of &quot;%1&quot; was denied there</source>
        <translation>Auf diesem Server wurde nichts Weiteres begonnen, da die Änderung von &quot;%1&quot; dort verweigert wurde</translation>
    </message>
    <message>
        <source>its partition count is %1, where this change left %2; before it was %3</source>
        <translation>Die Partitionsanzahl ist %1, diese Änderung hinterließ %2; davor war sie %3</translation>
    </message>
    <message>
        <source>its offline action is %1, where this change left %2; before it was %3</source>
        <translation>Die Offlineaktion ist %1, diese Änderung hinterließ %2; davor war sie %3</translation>
    </message>
    <message>
        <source>its partition adapters are not those that this change left: %1 now, %2 then, %3 before</source>
        <translation>Die Partitionsadapter sind nicht die, die diese Änderung hinterließ: jetzt %1, danach %2, davor %3</translation>
    </message>
    <message>
        <source>%1 of the %2 partitions of its GPU are assigned now</source>
        <translation>%1 der %2 Partitionen der GPU sind jetzt zugewiesen</translation>
    </message>
    <message>
        <source>a partition adapter that is not of this change is there, and was left</source>
        <translation>Ein Partitionsadapter, der nicht von dieser Änderung stammt, ist vorhanden und blieb unverändert</translation>
    </message>
    <message>
        <source>the guest has not shut down in time; it was left as it is</source>
        <translation>Der Gast ist nicht rechtzeitig heruntergefahren; er wurde unverändert gelassen</translation>
    </message>
    <message>
        <source>it is not as this change left it</source>
        <translation>Es ist nicht so, wie diese Änderung es hinterließ</translation>
    </message>
    <message>
        <source>the adapter is back, but not with the limits it had</source>
        <translation>der Adapter ist zurück, aber nicht mit den Grenzen, die er hatte</translation>
    </message>
    <message>
        <source>its partition count is %1, where the plan found %2</source>
        <translation>die Partitionsanzahl ist %1, der Plan fand %2 vor</translation>
    </message>
    <message>
        <source>its partition count is %1: something else set it while this change set %2</source>
        <translation>die Partitionsanzahl ist %1: etwas anderes hat sie festgelegt, während diese Änderung %2 festlegte</translation>
    </message>
    <message>
        <source>the VM is running now</source>
        <translation>die VM läuft jetzt</translation>
    </message>
    <message>
        <source>the VM is off now</source>
        <translation>die VM ist jetzt aus</translation>
    </message>
    <message>
        <source>its partition adapters are others than those that the plan found</source>
        <translation>die Partitionsadapter sind andere, als der Plan vorfand</translation>
    </message>
    <message>
        <source>its number of partition adapters is %1, where the plan found %2</source>
        <translation>die Zahl der Partitionsadapter ist %1, der Plan fand %2 vor</translation>
    </message>
    <message>
        <source>%1 of the %2 partitions of its GPU are assigned, which leaves none for it</source>
        <translation>%1 der %2 Partitionen der GPU sind zugewiesen, sodass keine dafür übrig ist</translation>
    </message>
    <message>
        <source>the guest cannot be asked to shut down</source>
        <translation>der Gast kann nicht zum Herunterfahren aufgefordert werden</translation>
    </message>
    <message>
        <source>the guest offers no shutdown service; its integration service is off, or its system is not up</source>
        <translation>der Gast bietet keinen Dienst zum Herunterfahren; sein Integrationsdienst ist aus, oder sein System läuft noch nicht</translation>
    </message>
    <message>
        <source>the shutdown service of the guest does not answer</source>
        <translation>der Dienst zum Herunterfahren im Gast antwortet nicht</translation>
    </message>
    <message>
        <source>the guest is not ready to shut down</source>
        <translation>der Gast ist nicht bereit zum Herunterfahren</translation>
    </message>
</context>
<context>
    <name>Run</name>
    <message>
        <source>Interrupted; nothing was written</source>
        <translation>Unterbrochen; es wurde nichts geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>%n servers could not be read</source>
        <translation>
            <numerusform>%n Server konnte nicht gelesen werden</numerusform>
            <numerusform>%n Server konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Selection</name>
    <message>
        <source>No server is called &quot;%1&quot;; these were read:</source>
        <translation>Kein Server heißt &quot;%1&quot;; diese wurden gelesen:</translation>
    </message>
    <message>
        <source>No virtual machine has the name or GUID &quot;%1&quot; on the servers that were read</source>
        <translation>Keine VM auf den gelesenen Servern hat den Namen oder die GUID &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Several virtual machines are called &quot;%1&quot;; give the GUID of one:</source>
        <translation>Mehrere VMs heißen &quot;%1&quot;; geben Sie die GUID einer VM an:</translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message>
        <source>Password for %1: </source>
        <translation>Kennwort für %1: </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>account on server</comment>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Ready for DDA assignment</source>
        <translation>Bereit für DDA-Zuweisung</translation>
    </message>
    <message>
        <source>Partitioned</source>
        <translation>Partitioniert</translation>
    </message>
    <message>
        <source>Paravirtualization</source>
        <translation>Paravirtualisierung</translation>
    </message>
    <message>
        <source>Not assignable</source>
        <translation>Nicht zuweisbar</translation>
    </message>
    <message>
        <source>Used by the host</source>
        <translation>Vom Host verwendet</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Windows reports problem code %1 for this device.</source>
        <translation>Windows meldet für dieses Gerät den Problemcode %1.</translation>
    </message>
    <message>
        <source>Windows reports problem code %1 for this device: %2.</source>
        <translation>Windows meldet für dieses Gerät den Problemcode %1: %2.</translation>
    </message>
    <message>
        <source>Dismounted from the host, for one virtual machine as a whole; not usable for partitions.</source>
        <translation>Vom Host getrennt, um als Ganzes einer VM zugewiesen zu werden; für Partitionen nicht verwendbar.</translation>
    </message>
    <message>
        <source>Can be partitioned; says nothing about partitions being assigned.</source>
        <translation>Kann partitioniert werden; sagt nichts darüber aus, ob Partitionen zugewiesen sind.</translation>
    </message>
    <message>
        <source>The driver is capable of partitions, but SR-IOV is not enabled.</source>
        <translation>Der Treiber unterstützt Partitionen, aber SR-IOV ist nicht aktiviert.</translation>
    </message>
    <message>
        <source>Cannot be given to virtual machines.</source>
        <translation>Kann virtuellen Computern nicht zugewiesen werden.</translation>
    </message>
    <message>
        <source>Not partitionable; could be assigned as a whole after a dismount.</source>
        <translation>Nicht partitionierbar; könnte nach dem Trennen vom Host als Ganzes zugewiesen werden.</translation>
    </message>
    <message>
        <source>What decides could not be read.</source>
        <translation>Die maßgeblichen Daten konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The driver shares the GPU by paravirtualization although nothing that could be read says that SR-IOV is missing.</source>
        <translation>Der Treiber gibt die GPU durch Paravirtualisierung frei, obwohl nach allem, was gelesen werden konnte, SR-IOV nicht fehlt.</translation>
    </message>
    <message>
        <source>Check SR-IOV in the server&apos;s firmware setup, the driver&apos;s mode, and whether the registry value GpuVirtualizationFlags forces paravirtualization.</source>
        <translation>Prüfen Sie SR-IOV im Firmware-Setup des Servers, den Modus des Treibers und ob der Registrierungswert GpuVirtualizationFlags Paravirtualisierung erzwingt.</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>The GPU is dismounted from the host and in Hyper-V&apos;s pool of assignable devices; no virtual machine uses it.</source>
        <translation>Die GPU ist vom Host getrennt und befindet sich im Hyper-V-Pool zuweisbarer Geräte; sie wird von keiner VM verwendet.</translation>
    </message>
    <message>
        <source>Assign it to a virtual machine, or mount it again to use it for partitions.</source>
        <translation>Weisen Sie sie einer VM zu, oder binden Sie sie wieder am Host ein, um sie für Partitionen zu verwenden.</translation>
    </message>
    <message>
        <source>assigned to a running VM</source>
        <translation>einer laufenden VM zugewiesen</translation>
    </message>
    <message>
        <source>The whole GPU is assigned to a virtual machine that is running.</source>
        <translation>Die gesamte GPU ist einer laufenden VM zugewiesen.</translation>
    </message>
    <message>
        <source>assigned to a stopped VM</source>
        <translation>einer nicht laufenden VM zugewiesen</translation>
    </message>
    <message>
        <source>The whole GPU is assigned to a virtual machine that is not running.</source>
        <translation>Die gesamte GPU ist einer VM zugewiesen, die nicht ausgeführt wird.</translation>
    </message>
    <message>
        <source>To use it elsewhere, remove it from that virtual machine first.</source>
        <translation>Um sie anderweitig zu verwenden, entfernen Sie sie zuerst aus dieser VM.</translation>
    </message>
    <message>
        <source>SR-IOV partitions</source>
        <translation>SR-IOV-Partitionen</translation>
    </message>
    <message>
        <source>The driver offers the GPU for partitioning with SR-IOV. This says nothing about partitions being assigned.</source>
        <translation>Der Treiber bietet die GPU für die Partitionierung mit SR-IOV an. Dies sagt nichts darüber aus, ob Partitionen zugewiesen sind.</translation>
    </message>
    <message>
        <source>SR-IOV is off</source>
        <translation>SR-IOV ist deaktiviert</translation>
    </message>
    <message>
        <source>The driver is capable of partitions, but SR-IOV is not available on this server, so the GPU can only be shared by paravirtualization.</source>
        <translation>Der Treiber unterstützt Partitionen, aber SR-IOV ist auf diesem Server nicht verfügbar. Die GPU kann daher nur durch Paravirtualisierung gemeinsam genutzt werden.</translation>
    </message>
    <message>
        <source>Enable virtualization (VT-d or AMD-Vi) and SR-IOV in the server&apos;s firmware setup, and &quot;Above 4G decoding&quot; where it exists, then start the server again.</source>
        <translation>Aktivieren Sie im Firmware-Setup des Servers Virtualisierung (VT-d oder AMD-Vi) und SR-IOV sowie, falls vorhanden, &quot;Above 4G decoding&quot;, und starten Sie den Server dann neu.</translation>
    </message>
    <message>
        <source>GPU without SR-IOV</source>
        <translation>GPU ohne SR-IOV</translation>
    </message>
    <message>
        <source>This GPU, or its driver, has no SR-IOV, as is usual for client-class GPUs; it can only be shared by paravirtualization.</source>
        <translation>Diese GPU oder ihr Treiber bietet kein SR-IOV, wie bei Client-GPUs üblich; sie kann nur durch Paravirtualisierung gemeinsam genutzt werden.</translation>
    </message>
    <message>
        <source>For partitions use a GPU of the supported list with the vendor&apos;s driver for virtualization hosts.</source>
        <translation>Verwenden Sie für Partitionen eine GPU aus der Liste der unterstützten Modelle mit dem Treiber des Herstellers für Virtualisierungshosts.</translation>
    </message>
    <message>
        <source>used by the host</source>
        <translation>vom Host verwendet</translation>
    </message>
    <message>
        <source>The host uses the GPU with a driver that does not offer partitions. It passes the survey for discrete device assignment.</source>
        <translation>Der Host verwendet die GPU mit einem Treiber, der keine Partitionen anbietet. Die GPU erfüllt die geprüften Voraussetzungen für Discrete Device Assignment (DDA).</translation>
    </message>
    <message>
        <source>For partitions install the vendor&apos;s GPU-P driver on the host; for discrete device assignment disable and dismount the GPU.</source>
        <translation>Installieren Sie für Partitionen den GPU-P-Treiber des Herstellers auf dem Host; deaktivieren Sie die GPU für Discrete Device Assignment (DDA), und trennen Sie sie vom Host.</translation>
    </message>
    <message>
        <source>no driver</source>
        <translation>kein Treiber</translation>
    </message>
    <message>
        <source>No driver is installed for this device on the host (problem code 28).</source>
        <translation>Auf dem Host ist kein Treiber für dieses Gerät installiert (Problemcode 28).</translation>
    </message>
    <message>
        <source>For partitions install the vendor&apos;s GPU-P driver on the host.</source>
        <translation>Installieren Sie für Partitionen den GPU-P-Treiber des Herstellers auf dem Host.</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>The device is disabled on the host (problem code 22).</source>
        <translation>Das Gerät ist auf dem Host deaktiviert (Problemcode 22).</translation>
    </message>
    <message>
        <source>Enable it in Device Manager, or dismount it for discrete device assignment.</source>
        <translation>Aktivieren Sie es im Geräte-Manager, oder trennen Sie es für Discrete Device Assignment (DDA) vom Host.</translation>
    </message>
    <message>
        <source>device problem</source>
        <translation>Geräteproblem</translation>
    </message>
    <message>
        <source>Windows reports a problem with this device.</source>
        <translation>Windows meldet ein Problem mit diesem Gerät.</translation>
    </message>
    <message>
        <source>Look at the device in Device Manager on the host; install a matching driver or start the server again.</source>
        <translation>Prüfen Sie das Gerät im Geräte-Manager des Hosts; installieren Sie einen passenden Treiber, oder starten Sie den Server neu.</translation>
    </message>
    <message>
        <source>older PCI device</source>
        <translation>älteres PCI-Gerät</translation>
    </message>
    <message>
        <source>The device is an older PCI-style device, which cannot be isolated for a virtual machine.</source>
        <translation>Das Gerät ist ein älteres PCI-Gerät, das nicht für eine VM isoliert werden kann.</translation>
    </message>
    <message>
        <source>Use a PCI Express GPU.</source>
        <translation>Verwenden Sie eine PCI-Express-GPU.</translation>
    </message>
    <message>
        <source>bridge or switch port</source>
        <translation>Bridge oder Switchport</translation>
    </message>
    <message>
        <source>The device is a bridge or a switch port, not an endpoint.</source>
        <translation>Das Gerät ist eine Bridge oder ein Switchport, kein Endpunkt.</translation>
    </message>
    <message>
        <source>reserved memory (RMRR)</source>
        <translation>reservierter Speicher (RMRR)</translation>
    </message>
    <message>
        <source>The firmware reserves memory for this device (RMRR), so it cannot be given to a virtual machine.</source>
        <translation>Die Firmware reserviert Speicher für dieses Gerät (RMRR), daher kann es keiner VM zugewiesen werden.</translation>
    </message>
    <message>
        <source>Look for a firmware update or setting of the server that removes the reservation, or use another slot.</source>
        <translation>Suchen Sie nach einem Firmwareupdate oder einer Einstellung des Servers, das bzw. die die Reservierung aufhebt, oder verwenden Sie einen anderen Steckplatz.</translation>
    </message>
    <message>
        <source>no ACS</source>
        <translation>kein ACS</translation>
    </message>
    <message>
        <source>A part of the path to this device lacks Access Control Services, so its traffic could reach other devices.</source>
        <translation>Auf einem Teil des Pfads zu diesem Gerät fehlen Access Control Services (ACS), sodass sein Datenverkehr andere Geräte erreichen könnte.</translation>
    </message>
    <message>
        <source>Enable ACS in the firmware setup or use a slot that is connected to the processor directly.</source>
        <translation>Aktivieren Sie ACS im Firmware-Setup, oder verwenden Sie einen Steckplatz, der direkt mit dem Prozessor verbunden ist.</translation>
    </message>
    <message>
        <source>firmware keeps control</source>
        <translation>Firmware behält die Steuerung</translation>
    </message>
    <message>
        <source>The firmware keeps control of PCI Express, so Windows treats the device as plain PCI.</source>
        <translation>Die Firmware behält die Steuerung von PCI Express, daher behandelt Windows das Gerät als einfaches PCI-Gerät.</translation>
    </message>
    <message>
        <source>Enable SR-IOV (and native PCI Express control where it exists) in the firmware setup, or update the firmware.</source>
        <translation>Aktivieren Sie SR-IOV (und, falls vorhanden, die native PCI-Express-Steuerung) im Firmware-Setup, oder aktualisieren Sie die Firmware.</translation>
    </message>
    <message>
        <source>line interrupts only</source>
        <translation>nur leitungsbasierte Interrupts</translation>
    </message>
    <message>
        <source>The device has line-based interrupts only; a device for a virtual machine needs message-signaled ones.</source>
        <translation>Das Gerät bietet nur leitungsbasierte Interrupts; ein Gerät für eine VM benötigt nachrichtensignalisierte Interrupts (MSI).</translation>
    </message>
    <message>
        <source>Use a GPU with MSI or MSI-X support.</source>
        <translation>Verwenden Sie eine GPU mit Unterstützung für MSI oder MSI-X.</translation>
    </message>
    <message>
        <source>device properties not read</source>
        <translation>Geräteeigenschaften nicht gelesen</translation>
    </message>
    <message>
        <source>The properties of the device that decide could not be read.</source>
        <translation>Die maßgeblichen Eigenschaften des Geräts konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Refresh; if it stays, check that the account may call methods in root\cimv2 (wmimgmt.msc, Security, Execute Methods).</source>
        <translation>Aktualisieren Sie; besteht das Problem weiter, prüfen Sie, ob das Konto in root\cimv2 Methoden aufrufen darf (wmimgmt.msc, Sicherheit, &quot;Methoden ausführen&quot;).</translation>
    </message>
    <message>
        <source>list of partitionable GPUs not read</source>
        <translation>Liste der partitionierbaren GPUs nicht gelesen</translation>
    </message>
    <message>
        <source>The list of partitionable GPUs could not be read, so whether this GPU is one is not known.</source>
        <translation>Die Liste der partitionierbaren GPUs konnte nicht gelesen werden, daher ist nicht bekannt, ob diese GPU dazugehört.</translation>
    </message>
    <message>
        <source>Refresh; if it stays, check that the account is a member of Hyper-V Administrators on the server.</source>
        <translation>Aktualisieren Sie; besteht das Problem weiter, prüfen Sie, ob das Konto auf dem Server Mitglied der Gruppe &quot;Hyper-V-Administratoren&quot; ist.</translation>
    </message>
    <message>
        <source>not present</source>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>Windows knows the device, but it is not present now.</source>
        <translation>Windows kennt das Gerät, aber es ist derzeit nicht vorhanden.</translation>
    </message>
    <message>
        <source>Check the hardware: the GPU may have been removed or moved to another slot.</source>
        <translation>Prüfen Sie die Hardware: Möglicherweise wurde die GPU ausgebaut oder in einen anderen Steckplatz eingesetzt.</translation>
    </message>
    <message>
        <source>assigned to a VM</source>
        <translation>einer VM zugewiesen</translation>
    </message>
    <message>
        <source>The whole GPU is assigned to a virtual machine whose state is not known.</source>
        <translation>Die gesamte GPU ist einer VM zugewiesen, deren Zustand nicht bekannt ist.</translation>
    </message>
    <message>
        <source>dismounted, not offered</source>
        <translation>vom Host getrennt, nicht angeboten</translation>
    </message>
    <message>
        <source>The GPU is dismounted from the host, but Hyper-V does not list it as assignable.</source>
        <translation>Die GPU ist vom Host getrennt, aber Hyper-V führt sie nicht als zuweisbar auf.</translation>
    </message>
    <message>
        <source>Refresh, as the list can lag behind a dismount; if it stays, mount the device and dismount it again.</source>
        <translation>Aktualisieren Sie, da die Liste nach dem Trennen verzögert sein kann; besteht das Problem weiter, binden Sie das Gerät wieder am Host ein, und trennen Sie es erneut.</translation>
    </message>
    <message>
        <source>server without I/O virtualization</source>
        <translation>Server ohne E/A-Virtualisierung</translation>
    </message>
    <message>
        <source>The GPU passes the survey, but the server says that it does not support giving devices to virtual machines.</source>
        <translation>Die GPU erfüllt die geprüften Voraussetzungen, aber der Server unterstützt nach eigenen Angaben keine Zuweisung von Geräten an virtuelle Computer.</translation>
    </message>
    <message>
        <source>Enable VT-d or AMD-Vi and SR-IOV in the server&apos;s firmware setup; discrete device assignment also needs Windows Server.</source>
        <translation>Aktivieren Sie VT-d oder AMD-Vi und SR-IOV im Firmware-Setup des Servers; Discrete Device Assignment (DDA) erfordert außerdem Windows Server.</translation>
    </message>
    <message>
        <source>no Hyper-V role</source>
        <translation>keine Hyper-V-Rolle</translation>
    </message>
    <message>
        <source>The Hyper-V role is not installed on this server, so whether the GPU could be assigned is not known.</source>
        <translation>Die Hyper-V-Rolle ist auf diesem Server nicht installiert, daher ist nicht bekannt, ob die GPU zugewiesen werden könnte.</translation>
    </message>
    <message>
        <source>Install the role: Install-WindowsFeature Hyper-V -IncludeManagementTools -Restart.</source>
        <translation>Installieren Sie die Rolle: Install-WindowsFeature Hyper-V -IncludeManagementTools -Restart.</translation>
    </message>
    <message>
        <source>device list not read</source>
        <translation>Geräteliste nicht gelesen</translation>
    </message>
    <message>
        <source>The Plug and Play devices of the server could not be read.</source>
        <translation>Die Plug &amp; Play-Geräte des Servers konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Refresh; if it stays, check that the account may read root\cimv2.</source>
        <translation>Aktualisieren Sie; besteht das Problem weiter, prüfen Sie, ob das Konto root\cimv2 lesen darf.</translation>
    </message>
    <message>
        <source>list of assignable devices not read</source>
        <translation>Liste der zuweisbaren Geräte nicht gelesen</translation>
    </message>
    <message>
        <source>The GPU is dismounted, but Hyper-V&apos;s list of assignable devices could not be read.</source>
        <translation>Die GPU ist vom Host getrennt, aber die Hyper-V-Liste der zuweisbaren Geräte konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>assignments not read</source>
        <translation>Zuweisungen nicht gelesen</translation>
    </message>
    <message>
        <source>The GPU is dismounted, but which virtual machines have devices could not be read; it may be in use.</source>
        <translation>Die GPU ist vom Host getrennt, aber es konnte nicht gelesen werden, welchen virtuellen Computern Geräte zugewiesen sind; möglicherweise wird sie verwendet.</translation>
    </message>
    <message>
        <source>SR-IOV support not read</source>
        <translation>SR-IOV-Unterstützung nicht gelesen</translation>
    </message>
    <message>
        <source>The GPU passes the survey, but whether the server supports giving devices to virtual machines could not be read.</source>
        <translation>Die GPU erfüllt die geprüften Voraussetzungen, aber es konnte nicht gelesen werden, ob der Server die Zuweisung von Geräten an virtuelle Computer unterstützt.</translation>
    </message>
    <message>
        <source>the device cannot start</source>
        <translation>Das Gerät kann nicht gestartet werden</translation>
    </message>
    <message>
        <source>not enough free resources</source>
        <translation>nicht genügend freie Ressourcen</translation>
    </message>
    <message>
        <source>the server must be restarted</source>
        <translation>Der Server muss neu gestartet werden</translation>
    </message>
    <message>
        <source>the driver must be installed again</source>
        <translation>Der Treiber muss erneut installiert werden</translation>
    </message>
    <message>
        <source>the device is disabled</source>
        <translation>Das Gerät ist deaktiviert</translation>
    </message>
    <message>
        <source>the device is not present or failed</source>
        <translation>Das Gerät ist nicht vorhanden oder ausgefallen</translation>
    </message>
    <message>
        <source>no driver is installed</source>
        <translation>kein Treiber installiert</translation>
    </message>
    <message>
        <source>the device does not work properly</source>
        <translation>Das Gerät funktioniert nicht ordnungsgemäß</translation>
    </message>
    <message>
        <source>the driver&apos;s start type is disabled</source>
        <translation>Der Starttyp des Treibers ist deaktiviert</translation>
    </message>
    <message>
        <source>the driver is missing or damaged</source>
        <translation>Der Treiber fehlt oder ist beschädigt</translation>
    </message>
    <message>
        <source>the device reported problems and was stopped</source>
        <translation>Das Gerät hat Probleme gemeldet und wurde angehalten</translation>
    </message>
    <message>
        <source>the device is not connected</source>
        <translation>Das Gerät ist nicht angeschlossen</translation>
    </message>
    <message>
        <source>the device is prepared for removal</source>
        <translation>Das Gerät wird auf das Entfernen vorbereitet</translation>
    </message>
    <message>
        <source>the driver is blocked</source>
        <translation>Der Treiber ist blockiert</translation>
    </message>
    <message>
        <source>the driver is not signed</source>
        <translation>Der Treiber ist nicht signiert</translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>[y/N]</source>
        <translation>[j/N]</translation>
    </message>
    <message>
        <source>y</source>
        <comment>key for: yes</comment>
        <translation>j</translation>
    </message>
</context>
<context>
    <name>Trust</name>
    <message>
        <source>It is not valid before %1.</source>
        <translation>Es ist nicht vor %1 gültig.</translation>
    </message>
    <message>
        <source>It expired on %1.</source>
        <translation>Es ist am %1 abgelaufen.</translation>
    </message>
    <message>
        <source>It names no server.</source>
        <translation>Es nennt keinen Server.</translation>
    </message>
    <message>
        <source>It is for %1, not for %2.</source>
        <translation>Es gilt für %1, nicht für %2.</translation>
    </message>
    <message>
        <source>The server made it itself; no authority vouches for it.</source>
        <translation>Der Server hat es selbst ausgestellt; keine Zertifizierungsstelle bürgt dafür.</translation>
    </message>
    <message>
        <source>This computer does not know the authority that issued it: %1</source>
        <translation>Dieser Computer kennt die ausstellende Zertifizierungsstelle nicht: %1</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>%1 × 540p60</source>
        <comment>video streams of that size</comment>
        <translation>%1 × 540p60</translation>
    </message>
    <message>
        <source>%1 GFLOPS</source>
        <translation>%1 GFLOPS</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 TB</source>
        <translation>%1 TB</translation>
    </message>
    <message numerus="yes">
        <source>%1 bytes</source>
        <translation>
            <numerusform>%1 Byte</numerusform>
            <numerusform>%1 Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>%1 % of the GPU</source>
        <translation>%1 % der GPU</translation>
    </message>
    <message>
        <source>?</source>
        <comment>unknown number</comment>
        <translation>?</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>used of total partitions</comment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n partitions assigned</source>
        <translation>
            <numerusform>%1 von %n Partition zugewiesen</numerusform>
            <numerusform>%1 von %n Partitionen zugewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partitions assigned, total not reported</source>
        <translation>
            <numerusform>%n Partition zugewiesen, Gesamtzahl nicht gemeldet</numerusform>
            <numerusform>%n Partitionen zugewiesen, Gesamtzahl nicht gemeldet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to running virtual machines</source>
        <translation>
            <numerusform>davon %n an laufende VMs</numerusform>
            <numerusform>davon %n an laufende VMs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to virtual machines that are not running</source>
        <translation>
            <numerusform>%n an nicht laufende VMs</numerusform>
            <numerusform>%n an nicht laufende VMs</numerusform>
        </translation>
    </message>
    <message>
        <source>How many partitions are assigned could not be read</source>
        <translation>Wie viele Partitionen zugewiesen sind, konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>VmSelection</name>
    <message>
        <source>No virtual machine has the partition adapter &quot;%1&quot;</source>
        <translation>Keine VM hat den Partitionsadapter &quot;%1&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no such GPU partition</source>
        <translation>&quot;%1&quot; ist keine solche GPU-Partition zugewiesen</translation>
    </message>
    <message>
        <source>No virtual machine has a partition of &quot;%1&quot;</source>
        <translation>Keiner VM ist eine Partition von &quot;%1&quot; zugewiesen</translation>
    </message>
    <message>
        <source>Which virtual machines have GPU partitions could not be read on these servers:</source>
        <translation>Welche VMs GPU-Partitionen haben, konnte auf diesen Servern nicht gelesen werden:</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::AboutDialog</name>
    <message>
        <source>About GPU Console for Hyper-V</source>
        <translation>Info zu GPU Console for Hyper-V</translation>
    </message>
    <message>
        <source>&lt;b&gt;GPU Console for Hyper-V&lt;/b&gt;&lt;br&gt;Version %1&lt;br&gt;Licence: MIT. Made with Qt, which is used under the LGPL.</source>
        <translation>&lt;b&gt;GPU Console for Hyper-V&lt;/b&gt;&lt;br&gt;Version %1&lt;br&gt;Lizenz: MIT. Erstellt mit Qt, das unter der LGPL verwendet wird.</translation>
    </message>
    <message>
        <source>&amp;Diagnostics for a bug report:</source>
        <translation>&amp;Diagnosedaten für einen Fehlerbericht:</translation>
    </message>
    <message>
        <source>&amp;Copy diagnostics</source>
        <translation>Diagnosedaten &amp;kopieren</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::Actions</name>
    <message>
        <source>&amp;Add server…</source>
        <translation>Server &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add a server or a cluster to the list</source>
        <translation>Einen Server oder Cluster zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>Open the &amp;demo fleet</source>
        <translation>&amp;Demoumgebung öffnen</translation>
    </message>
    <message>
        <source>Add simulated servers and clusters, to try the program out</source>
        <translation>Simulierte Server und Cluster hinzufügen, um das Programm auszuprobieren</translation>
    </message>
    <message>
        <source>&amp;Remove server…</source>
        <translation>Server ent&amp;fernen…</translation>
    </message>
    <message>
        <source>Remove the selected server or cluster from the list</source>
        <translation>Den ausgewählten Server oder Cluster aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Si&amp;gn in…</source>
        <translation>Anme&amp;lden…</translation>
    </message>
    <message>
        <source>Give user name and password for the selected server</source>
        <translation>Benutzername und Kennwort für den ausgewählten Server angeben</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>Ein&amp;stellungen…</translation>
    </message>
    <message>
        <source>Theme, language, refreshing and confirmations</source>
        <translation>Design, Sprache, Aktualisierung und Bestätigungen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>Das Programm schließen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows</source>
        <translation>Die ausgewählten Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy with &amp;header</source>
        <translation>Mit Ü&amp;berschriften kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows with the names of the columns</source>
        <translation>Die ausgewählten Zeilen mit den Spaltennamen kopieren</translation>
    </message>
    <message>
        <source>Copy c&amp;ell</source>
        <translation>&amp;Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy the current cell</source>
        <translation>Die aktuelle Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;ID</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>Copy the ID of the current row</source>
        <translation>Die ID der aktuellen Zeile kopieren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Go to the search box</source>
        <translation>Zum Suchfeld wechseln</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>A&amp;ktualisieren</translation>
    </message>
    <message>
        <source>Read every server again</source>
        <translation>Alle Server erneut lesen</translation>
    </message>
    <message>
        <source>Refresh &amp;selected</source>
        <translation>Auswa&amp;hl aktualisieren</translation>
    </message>
    <message>
        <source>Read the selected servers again</source>
        <translation>Die ausgewählten Server erneut lesen</translation>
    </message>
    <message>
        <source>Ca&amp;ncel refresh</source>
        <translation>Aktualisierung &amp;abbrechen</translation>
    </message>
    <message>
        <source>Stop reading; servers keep their last known data</source>
        <translation>Den Lesevorgang beenden; die letzten bekannten Daten der Server bleiben erhalten</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>Alle &amp;erweitern</translation>
    </message>
    <message>
        <source>Expand all rows of the list</source>
        <translation>Alle Zeilen der Liste erweitern</translation>
    </message>
    <message>
        <source>Co&amp;llapse all</source>
        <translation>Alle red&amp;uzieren</translation>
    </message>
    <message>
        <source>Collapse all rows of the list</source>
        <translation>Alle Zeilen der Liste reduzieren</translation>
    </message>
    <message>
        <source>&amp;Details pane</source>
        <translation>De&amp;tailbereich</translation>
    </message>
    <message>
        <source>Show or hide the details of the selected item</source>
        <translation>Die Details des ausgewählten Elements ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Reset la&amp;yout</source>
        <translation>&amp;Layout zurücksetzen</translation>
    </message>
    <message>
        <source>Bring columns and panes back to where they were at first</source>
        <translation>Spalten und Bereiche auf die ursprüngliche Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Info</translation>
    </message>
    <message>
        <source>Version and diagnostics</source>
        <translation>Version und Diagnosedaten</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what it does (shortcut)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Configure partition &amp;count</source>
        <translation>Partitionsanzahl &amp;konfigurieren</translation>
    </message>
    <message>
        <source>Choose into how many partitions GPUs are divided</source>
        <translation>Auswählen, in wie viele Partitionen GPUs aufgeteilt werden</translation>
    </message>
    <message>
        <source>+ &amp;Assign partition</source>
        <translation>+ Partition zu&amp;weisen</translation>
    </message>
    <message>
        <source>Assign a GPU partition to virtual machines</source>
        <translation>VMs eine GPU-Partition zuweisen</translation>
    </message>
    <message>
        <source>- &amp;Unassign partition</source>
        <translation>- Zuweisung a&amp;ufheben</translation>
    </message>
    <message>
        <source>Take GPU partitions away from virtual machines</source>
        <translation>Zuweisung von GPU-Partitionen zu VMs aufheben</translation>
    </message>
    <message>
        <source>Cancel chan&amp;ge</source>
        <translation>Änderung abbrec&amp;hen</translation>
    </message>
    <message>
        <source>Stop before the next step; what was begun is put back as it was</source>
        <translation>Vor dem nächsten Schritt anhalten; Begonnenes wird zurückgesetzt</translation>
    </message>
    <message>
        <source>Retry &amp;failed…</source>
        <translation>Wiederho&amp;len…</translation>
    </message>
    <message>
        <source>Plan again what did not succeed, and review it first</source>
        <translation>Was nicht erfolgreich war, neu planen und zuerst überprüfen</translation>
    </message>
    <message>
        <source>Pu&amp;t back…</source>
        <translation>&amp;Zurücksetzen…</translation>
    </message>
    <message>
        <source>&amp;Resume…</source>
        <translation>&amp;Fortsetzen…</translation>
    </message>
    <message>
        <source>Go on with an interrupted change</source>
        <translation>Eine unterbrochene Änderung fortsetzen</translation>
    </message>
    <message>
        <source>D&amp;ismiss…</source>
        <translation>Als erledig&amp;t markieren…</translation>
    </message>
    <message>
        <source>Leave an interrupted change as it is and do not ask about it again</source>
        <translation>Eine unterbrochene Änderung so belassen und nicht mehr danach fragen</translation>
    </message>
    <message>
        <source>Ans&amp;wer…</source>
        <translation>Antwo&amp;rten…</translation>
    </message>
    <message>
        <source>Decide about a virtual machine that did not shut down in time</source>
        <translation>Über eine VM entscheiden, die nicht rechtzeitig heruntergefahren ist</translation>
    </message>
    <message>
        <source>Bring everything back to how it was before the change</source>
        <translation>Alles wieder so herstellen, wie es vor der Änderung war</translation>
    </message>
    <message>
        <source>Add se&amp;veral…</source>
        <translation>M&amp;ehrere hinzufügen…</translation>
    </message>
    <message>
        <source>Add servers from a list: pasted, or a .txt or .csv file</source>
        <translation>Server aus einer Liste hinzufügen: eingefügt oder aus einer TXT- oder CSV-Datei</translation>
    </message>
    <message>
        <source>Forget saved pass&amp;word</source>
        <translation>Gespeichertes Kennwort &amp;vergessen</translation>
    </message>
    <message>
        <source>Take the password of the selected server out of the keychain</source>
        <translation>Das Kennwort des ausgewählten Servers aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>&amp;Test connection…</source>
        <translation>Verbindung &amp;testen…</translation>
    </message>
    <message>
        <source>Try the connection to the selected server stage by stage</source>
        <translation>Die Verbindung zum ausgewählten Server Stufe für Stufe ausprobieren</translation>
    </message>
    <message>
        <source>Certi&amp;ficate…</source>
        <translation>&amp;Zertifikat…</translation>
    </message>
    <message>
        <source>Show the certificate that is not trusted, and decide about it</source>
        <translation>Das nicht vertrauenswürdige Zertifikat anzeigen und darüber entscheiden</translation>
    </message>
    <message>
        <source>Write what is shown, or everything, to a CSV, JSON or HTML file</source>
        <translation>Das Angezeigte oder alles in eine CSV-, JSON- oder HTML-Datei schreiben</translation>
    </message>
    <message>
        <source>Save &amp;support file…</source>
        <translation>&amp;Supportdatei speichern…</translation>
    </message>
    <message>
        <source>Write versions, settings and the last errors, without secrets, to one file</source>
        <translation>Versionen, Einstellungen und die letzten Fehler ohne Geheimnisse in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Assign GPU to &amp;VM (DDA)…</source>
        <translation>&amp;GPU einer VM zuweisen (DDA)…</translation>
    </message>
    <message>
        <source>Give a virtual machine a whole GPU</source>
        <translation>Einer VM eine ganze GPU zuweisen</translation>
    </message>
    <message>
        <source>Return GPU to host…</source>
        <translation>GPU an Ho&amp;st zurückgeben…</translation>
    </message>
    <message>
        <source>Take a whole GPU away from its virtual machine and give it back to the server</source>
        <translation>Eine ganze GPU von ihrer VM entfernen und dem Server zurückgeben</translation>
    </message>
    <message>
        <source>Ma&amp;ke ready for DDA…</source>
        <translation>Für &amp;DDA vorbereiten…</translation>
    </message>
    <message>
        <source>Take GPUs from their servers, to be assigned or put into a pool later</source>
        <translation>GPUs von ihren Servern trennen, um sie später zuzuweisen oder in einen Pool zu legen</translation>
    </message>
    <message>
        <source>Give &amp;back to host…</source>
        <translation>Host zurü&amp;ckgeben…</translation>
    </message>
    <message>
        <source>Give dismounted GPUs back to their servers</source>
        <translation>Getrennte GPUs ihren Servern zurückgeben</translation>
    </message>
    <message>
        <source>Bring &amp;everything back…</source>
        <translation>&amp;Alles zurückbringen…</translation>
    </message>
    <message>
        <source>Give every dismounted GPU that no virtual machine and no pool has back to its server</source>
        <translation>Jede getrennte GPU, die keiner VM und keinem Pool gehört, ihrem Server zurückgeben</translation>
    </message>
    <message>
        <source>&amp;MMIO space…</source>
        <translation>&amp;MMIO-Bereich…</translation>
    </message>
    <message>
        <source>See and set the MMIO space of a virtual machine, with what its GPUs need</source>
        <translation>Den MMIO-Bereich einer VM anzeigen und festlegen, mit dem Bedarf ihrer GPUs</translation>
    </message>
    <message>
        <source>Create GPU &amp;pool</source>
        <translation>GPU-&amp;Pool erstellen</translation>
    </message>
    <message>
        <source>Make a pool of GPUs for the virtual machines of a cluster</source>
        <translation>Einen Pool von GPUs für die VMs eines Clusters erstellen</translation>
    </message>
    <message>
        <source>Assig&amp;n VM to GPU pool</source>
        <translation>VM dem GPU-P&amp;ool zuweisen</translation>
    </message>
    <message>
        <source>Give a virtual machine a place in a GPU pool</source>
        <translation>Einer VM einen Platz in einem GPU-Pool zuweisen</translation>
    </message>
    <message>
        <source>Unassign VM</source>
        <translation>Zuweisung der VM aufheben</translation>
    </message>
    <message>
        <source>Take a virtual machine&apos;s place in a GPU pool away</source>
        <translation>Einer VM ihren Platz in einem GPU-Pool entziehen</translation>
    </message>
    <message>
        <source>Fi&amp;x…</source>
        <translation>&amp;Beheben…</translation>
    </message>
    <message>
        <source>Show the plan that puts the selected finding right</source>
        <translation>Den Plan anzeigen, der den ausgewählten Befund behebt</translation>
    </message>
    <message>
        <source>Ed&amp;it server…</source>
        <translation>Se&amp;rver bearbeiten…</translation>
    </message>
    <message>
        <source>Change the address of the selected server or cluster, or how to sign in</source>
        <translation>Adresse oder Anmeldung des ausgewählten Servers oder Clusters ändern</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ActivityDetails</name>
    <message>
        <source>What went wrong</source>
        <translation>Was ist fehlgeschlagen?</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>What to try</source>
        <translation>Empfohlene Maßnahme</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
    <message>
        <source>Change by %1</source>
        <translation>Änderung durch %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Planned downtime</source>
        <translation>Geplante Ausfallzeit</translation>
    </message>
    <message>
        <source>%1, on %2</source>
        <comment>change, server</comment>
        <translation>%1, auf %2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>GPU ID</source>
        <translation>GPU-ID</translation>
    </message>
    <message>
        <source>VM ID</source>
        <translation>VM-ID</translation>
    </message>
    <message>
        <source>New adapter ID</source>
        <translation>Neue Adapter-ID</translation>
    </message>
    <message>
        <source>Why it could not be put back</source>
        <translation>Warum das Zurücksetzen fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>Step for %1 on %2</source>
        <translation>Schritt für %1 auf %2</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Calls to the server</source>
        <translation>Aufrufe an den Server</translation>
    </message>
    <message>
        <source>Call to the server</source>
        <translation>Aufruf an den Server</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected</source>
        <translation>
            <numerusform>%n Zeile ausgewählt</numerusform>
            <numerusform>%n Zeilen ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Change ID</source>
        <translation>Änderungs-ID</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ActivityFilterBar</name>
    <message>
        <source>Perio&amp;d:</source>
        <translation>Zei&amp;traum:</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>&amp;Server:</source>
        <translation>&amp;Server:</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Alle Server</translation>
    </message>
    <message>
        <source>Resu&amp;lt:</source>
        <translation>&amp;Ergebnis:</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Under way or interrupted</source>
        <translation>Laufend oder unterbrochen</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Not fully succeeded</source>
        <translation>Nicht ganz erfolgreich</translation>
    </message>
    <message>
        <source>Put back or cancelled</source>
        <translation>Zurückgesetzt oder abgebrochen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ActivityModel</name>
    <message>
        <source>What</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>The change, what it is made to, its steps and the calls to the server</source>
        <translation>Die Änderung, ihre Ziele, ihre Schritte und die Aufrufe an den Server</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>How it stands or how it ended; for calls the server&apos;s answer</source>
        <translation>Stand oder Ergebnis; bei Aufrufen die Antwort des Servers</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>How much of it has ended</source>
        <translation>Wie viel davon beendet ist</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>When it was begun, in your time zone</source>
        <translation>Zeitpunkt des Beginns in Ihrer Zeitzone</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>How long it took, or has been running</source>
        <translation>Bisherige oder gesamte Dauer</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Who began it, and on which computer</source>
        <translation>Wer die Änderung begonnen hat und auf welchem Computer</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Where it is done</source>
        <translation>Wo die Änderung ausgeführt wird</translation>
    </message>
    <message>
        <source>Partition counts that you configure and partitions that you assign or unassign appear here, with every step, its result and a way back.</source>
        <translation>Hier werden konfigurierte Partitionsanzahlen sowie zugewiesene und aufgehobene Partitionen angezeigt, mit allen Schritten, deren Ergebnis und der Möglichkeit zum Zurücksetzen.</translation>
    </message>
    <message>
        <source>No change matches what is chosen above.</source>
        <translation>Keine Änderung entspricht der obigen Auswahl.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ActivityTab</name>
    <message>
        <source>&amp;Activity</source>
        <translation>A&amp;ktivität</translation>
    </message>
    <message>
        <source>Select one change in the Activity tab first.</source>
        <translation>Wählen Sie zuerst eine Änderung auf der Registerkarte &quot;Aktivität&quot; aus.</translation>
    </message>
    <message>
        <source>The selected change was not interrupted.</source>
        <translation>Die ausgewählte Änderung wurde nicht unterbrochen.</translation>
    </message>
    <message>
        <source>The selected change is being cancelled already.</source>
        <translation>Die ausgewählte Änderung wird bereits abgebrochen.</translation>
    </message>
    <message>
        <source>Putting back cannot be cancelled.</source>
        <translation>Das Zurücksetzen kann nicht abgebrochen werden.</translation>
    </message>
    <message>
        <source>The selected change is not running.</source>
        <translation>Die ausgewählte Änderung wird nicht ausgeführt.</translation>
    </message>
    <message>
        <source>The selected change does not wait for an answer.</source>
        <translation>Die ausgewählte Änderung wartet nicht auf eine Antwort.</translation>
    </message>
    <message>
        <source>Nothing of the selected change can be tried again.</source>
        <translation>An der ausgewählten Änderung gibt es nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>Nothing of the selected change can be put back.</source>
        <translation>An der ausgewählten Änderung gibt es nichts zurückzusetzen.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ActivityWords</name>
    <message>
        <source>Running</source>
        <translation>Wird ausgeführt</translation>
    </message>
    <message>
        <source>Putting back</source>
        <translation>Wird zurückgesetzt</translation>
    </message>
    <message>
        <source>Waits for your answer</source>
        <translation>Wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Was done already</source>
        <translation>War bereits erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>Nicht erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n</source>
        <comment>targets that ended</comment>
        <translation>
            <numerusform>%1 von %n</numerusform>
            <numerusform>%1 von %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n Server</numerusform>
            <numerusform>%n Server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s)</source>
        <translation>
            <numerusform>%1 von %n Schritt</numerusform>
            <numerusform>%1 von %n Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back as it was</source>
        <translation>Vorherigen Zustand wiederherstellen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::AdapterChoices</name>
    <message>
        <source>Adapter: %1</source>
        <translation>Adapter: %1</translation>
    </message>
    <message>
        <source>%1 (partition %2 of %3)</source>
        <comment>VM name; which of its partitions</comment>
        <translation>%1 (Partition %2 von %3)</translation>
    </message>
    <message>
        <source>Chosen when the VM starts</source>
        <translation>Wird beim Start der VM ausgewählt</translation>
    </message>
    <message>
        <source>Not on this server: %1</source>
        <translation>Nicht auf diesem Server: %1</translation>
    </message>
    <message>
        <source>The GPU was removed, or its path has changed:</source>
        <translation>Die GPU wurde entfernt, oder ihr Pfad hat sich geändert:</translation>
    </message>
    <message>
        <source>resolved at start</source>
        <translation>wird beim Start festgelegt</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtueller Computer</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Partition ID</source>
        <translation>Partitions-ID</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>VRAM</translation>
    </message>
    <message>
        <source>What the running VM has; with ≈ what it gets when it starts</source>
        <translation>VRAM der laufenden VM; mit ≈: was die VM beim Start erhält</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>What speaks against taking it away</source>
        <translation>Was gegen das Aufheben der Zuweisung spricht</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::AdapterPage</name>
    <message>
        <source>Assigned GPU partitions</source>
        <translation>Zugewiesene GPU-Partitionen</translation>
    </message>
    <message>
        <source>Choose virtual machine to unassign partition from</source>
        <translation>VM auswählen, deren Partitionszuweisung aufgehoben wird</translation>
    </message>
    <message>
        <source>GPU partitions assigned on %1</source>
        <translation>Auf %1 zugewiesene GPU-Partitionen</translation>
    </message>
    <message>
        <source>Select at least one partition.</source>
        <translation>Wählen Sie mindestens eine Partition aus.</translation>
    </message>
    <message>
        <source>A partition that was selected is not assigned any more. Select again.</source>
        <translation>Eine ausgewählte Partition ist nicht mehr zugewiesen. Wählen Sie erneut aus.</translation>
    </message>
    <message>
        <source>The partition of %1 cannot be unassigned now: %2</source>
        <translation>Die Zuweisung der Partition von %1 kann derzeit nicht aufgehoben werden: %2</translation>
    </message>
    <message>
        <source>No GPU partition is assigned on this server.</source>
        <translation>Auf diesem Server ist keine GPU-Partition zugewiesen.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::AddServerDialog</name>
    <message>
        <source>Add server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Tries the connection step by step, without adding the server</source>
        <translation>Testet die Verbindung schrittweise, ohne den Server hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::AddSeveralDialog</name>
    <message>
        <source>Open a list of servers</source>
        <translation>Serverliste öffnen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a host name or an IP address.</source>
        <translation>&quot;%1&quot; ist weder ein Hostname noch eine IP-Adresse.</translation>
    </message>
    <message>
        <source>Passwords do not belong into a list; enter one below.</source>
        <translation>Kennwörter gehören nicht in eine Liste; geben Sie unten eines ein.</translation>
    </message>
    <message>
        <source>The column &quot;%1&quot; is not known and not used.</source>
        <translation>Die Spalte &quot;%1&quot; ist nicht bekannt und wird nicht verwendet.</translation>
    </message>
    <message>
        <source>This value cannot be used: %1</source>
        <translation>Dieser Wert kann nicht verwendet werden: %1</translation>
    </message>
    <message>
        <source>%1 is in the list already.</source>
        <translation>%1 ist bereits in der Liste.</translation>
    </message>
    <message>
        <source>Add several servers</source>
        <translation>Mehrere Server hinzufügen</translation>
    </message>
    <message>
        <source>Lines that cannot be used</source>
        <translation>Zeilen, die nicht verwendet werden können</translation>
    </message>
    <message>
        <source>as the current user, with the ticket at hand</source>
        <translation>als aktueller Benutzer, mit dem vorhandenen Ticket</translation>
    </message>
    <message>
        <source>&amp;Open list…</source>
        <translation>Liste ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;User name, where none is given:</source>
        <translation>&amp;Benutzername, wo keiner angegeben ist:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Kenn&amp;wort:</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>%1 is too large for a list.</source>
        <translation>%1 ist zu groß für eine Liste.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n server(s) or cluster(s) will be added.</source>
        <translation>
            <numerusform>%n Server oder Cluster wird hinzugefügt.</numerusform>
            <numerusform>%n Server oder Cluster werden hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) cannot be used:</source>
        <translation>
            <numerusform>%n Zeile kann nicht verwendet werden:</numerusform>
            <numerusform>%n Zeilen können nicht verwendet werden:</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter the name of a server first.</source>
        <translation>Geben Sie zuerst den Namen eines Servers ein.</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>Listen (*.txt *.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>There are more fields than the first line names columns.</source>
        <translation>Es gibt mehr Felder, als die erste Zeile Spalten nennt.</translation>
    </message>
    <message>
        <source>There are several values, but no first line names the columns.</source>
        <translation>Es gibt mehrere Werte, aber keine erste Zeile nennt die Spalten.</translation>
    </message>
    <message>
        <source>No column is for the servers: name, ComputerName or DNSHostName.</source>
        <translation>Keine Spalte ist für die Server: name, ComputerName oder DNSHostName.</translation>
    </message>
    <message>
        <source>&amp;Servers, one per line, or values separated by commas, semicolons or tabs below a line of column names:</source>
        <translation>&amp;Server, einer je Zeile, oder Werte mit Komma, Semikolon oder Tabulator getrennt unter einer Zeile mit Spaltennamen:</translation>
    </message>
    <message>
        <source>Columns: %1. The names that PowerShell exports are understood: ComputerName, DNSHostName …</source>
        <translation>Spalten: %1. Die Namen, die PowerShell ausgibt, werden verstanden: ComputerName, DNSHostName …</translation>
    </message>
    <message numerus="yes">
        <source>For %n of them the list names another user: sign in to these one by one.</source>
        <translation>
            <numerusform>Für %n davon nennt die Liste einen anderen Benutzer: Melden Sie sich an diesem einzeln an.</numerusform>
            <numerusform>Für %n davon nennt die Liste einen anderen Benutzer: Melden Sie sich an diesen einzeln an.</numerusform>
        </translation>
    </message>
    <message>
        <source>For this user only: a server that the list gives another user is signed in to on its own.</source>
        <translation>Nur für diesen Benutzer: An einem Server, dem die Liste einen anderen Benutzer gibt, wird einzeln angemeldet.</translation>
    </message>
    <message>
        <source>Only used with a user name above.</source>
        <translation>Wird nur mit einem Benutzernamen darüber verwendet.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::AssignPoolWizard</name>
    <message>
        <source>Assign VM to GPU pool</source>
        <translation>VM dem GPU-Pool zuweisen</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>Zu&amp;weisen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::AssignWizard</name>
    <message>
        <source>Assign GPU partition to VM</source>
        <translation>GPU-Partition einer VM zuweisen</translation>
    </message>
    <message>
        <source>&amp;Assign partition</source>
        <translation>Partition zu&amp;weisen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ChangeCommands</name>
    <message>
        <source>%1 is read-only for this account: %2</source>
        <comment>server, why</comment>
        <translation>%1 ist für dieses Konto schreibgeschützt: %2</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ChangeDesk</name>
    <message>
        <source>The program was started with --read-only.</source>
        <translation>Das Programm wurde mit --read-only gestartet.</translation>
    </message>
    <message>
        <source>Nothing can be changed on a server. %1</source>
        <translation>Auf Servern kann nichts geändert werden. %1</translation>
    </message>
    <message>
        <source>Read-only mode is on in the settings.</source>
        <translation>Der schreibgeschützte Modus ist in den Einstellungen aktiviert.</translation>
    </message>
    <message>
        <source>GPU Console for Hyper-V</source>
        <translation>GPU Console for Hyper-V</translation>
    </message>
    <message>
        <source>%1 – read-only</source>
        <translation>%1 – schreibgeschützt</translation>
    </message>
    <message>
        <source>Change completed</source>
        <translation>Änderung abgeschlossen</translation>
    </message>
    <message>
        <source>Change ended, but not everything succeeded</source>
        <translation>Änderung beendet, aber nicht alles war erfolgreich</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of earlier changes could not be read; what they tell is not shown: %1</source>
        <translation>
            <numerusform>%n Aufzeichnung früherer Änderungen konnte nicht gelesen werden; ihr Inhalt wird nicht angezeigt: %1</numerusform>
            <numerusform>%n Aufzeichnungen früherer Änderungen konnten nicht gelesen werden; ihr Inhalt wird nicht angezeigt: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Fix a finding</source>
        <translation>Einen Befund beheben</translation>
    </message>
    <message>
        <source>Try again what failed</source>
        <translation>Fehlgeschlagenes wiederholen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ChangeWizard</name>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>The servers changed meanwhile; this is the plan made anew.</source>
        <translation>Die Server haben sich inzwischen geändert; dies ist der neu erstellte Plan.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Review: retry what did not succeed</source>
        <translation>Überprüfung: Nicht Erfolgreiches wiederholen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Überprüfung</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>Es wurde noch nichts geändert.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>You can close this window: the work goes on, and the Activity tab shows it.</source>
        <translation>Sie können dieses Fenster schließen: Der Vorgang wird fortgesetzt und auf der Registerkarte &quot;Aktivität&quot; angezeigt.</translation>
    </message>
    <message>
        <source>The errors above must be dealt with first.</source>
        <translation>Zuerst müssen die oben genannten Fehler behoben werden.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Es gibt nichts zu tun.</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
    <message>
        <source>Read-only mode: nothing can be changed.</source>
        <translation>Schreibgeschützter Modus: Es kann nichts geändert werden.</translation>
    </message>
    <message>
        <source>This account may not change %1.</source>
        <translation>Dieses Konto darf %1 nicht ändern.</translation>
    </message>
    <message>
        <source>Stop after the first &amp;failure</source>
        <translation>Nach dem ersten &amp;Fehler anhalten</translation>
    </message>
    <message>
        <source>Begins with nothing further on any server once something has failed. Without it the others go on, except on a server where a virtual machine could not be started again or the change was denied.</source>
        <translation>Beginnt nach einem Fehler auf keinem Server mehr etwas. Andernfalls geht es mit den übrigen weiter, außer auf einem Server, auf dem eine VM nicht wieder gestartet werden konnte oder die Änderung verweigert wurde.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ChangeWords</name>
    <message>
        <source>The selected server is no longer in the list.</source>
        <translation>Der ausgewählte Server ist nicht mehr in der Liste vorhanden.</translation>
    </message>
    <message>
        <source>%1 has not been read yet.</source>
        <translation>%1 wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The selected GPU is no longer there.</source>
        <translation>Die ausgewählte GPU ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>%1 cannot be partitioned. %2</source>
        <comment>GPU, why</comment>
        <translation>%1 kann nicht partitioniert werden. %2</translation>
    </message>
    <message>
        <source>The selected virtual machine is no longer there.</source>
        <translation>Die ausgewählte VM ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>%1 already has a GPU partition.</source>
        <translation>%1 ist bereits eine GPU-Partition zugewiesen.</translation>
    </message>
    <message>
        <source>No partitionable GPUs have been found.</source>
        <translation>Es wurden keine partitionierbaren GPUs gefunden.</translation>
    </message>
    <message>
        <source>Select rows of one server only: a partition is assigned on the server where the virtual machine is.</source>
        <translation>Wählen Sie nur Zeilen eines Servers aus: Eine Partition wird auf dem Server zugewiesen, auf dem sich die VM befindet.</translation>
    </message>
    <message>
        <source>All partitions of %1 are assigned.</source>
        <translation>Alle Partitionen von %1 sind zugewiesen.</translation>
    </message>
    <message>
        <source>No GPU partition is assigned.</source>
        <translation>Es ist keine GPU-Partition zugewiesen.</translation>
    </message>
    <message>
        <source>The selected virtual machine has no GPU partition.</source>
        <translation>Der ausgewählten VM ist keine GPU-Partition zugewiesen.</translation>
    </message>
    <message>
        <source>The selection has no assigned partition: select one, or a virtual machine.</source>
        <translation>Die Auswahl enthält keine zugewiesene Partition: Wählen Sie eine solche oder eine VM aus.</translation>
    </message>
    <message>
        <source>No server has been read yet.</source>
        <translation>Es wurde noch kein Server gelesen.</translation>
    </message>
    <message>
        <source>Whether %1 has a GPU partition could not be read. Refresh first.</source>
        <translation>Ob %1 eine GPU-Partition hat, konnte nicht gelesen werden. Aktualisieren Sie zuerst.</translation>
    </message>
    <message>
        <source>Which GPU partitions of %1 are assigned could not be read. Refresh first.</source>
        <translation>Welche GPU-Partitionen von %1 zugewiesen sind, konnte nicht gelesen werden. Aktualisieren Sie zuerst.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ChoiceList</name>
    <message>
        <source>Select &amp;All</source>
        <translation>&amp;Alle auswählen</translation>
    </message>
    <message>
        <source>Selects every row shown that can be selected; with a search, those found</source>
        <translation>Wählt alle angezeigten auswählbaren Zeilen aus, bei einer Suche nur die gefundenen</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>In %1 suchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>%1 of %2 selected</source>
        <translation>%1 von %2 ausgewählt</translation>
    </message>
    <message>
        <source>%1 of %2 selected, %3 shown</source>
        <translation>%1 von %2 ausgewählt, %3 angezeigt</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ChoiceModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, cannot be chosen: %2</source>
        <translation>%1, nicht auswählbar: %2</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::CloseQuestion</name>
    <message>
        <source>&amp;Finish, then close</source>
        <translation>&amp;Fertigstellen, dann schließen</translation>
    </message>
    <message>
        <source>Stop, put &amp;back and close</source>
        <translation>Abbrechen, &amp;zurücksetzen und schließen</translation>
    </message>
    <message>
        <source>Changes are under way</source>
        <translation>Änderungen werden ausgeführt</translation>
    </message>
    <message>
        <source>&amp;Stay open</source>
        <translation>&amp;Geöffnet lassen</translation>
    </message>
    <message>
        <source>Progress of the changes under way</source>
        <translation>Fortschritt der laufenden Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The window closes as soon as these changes have come to a defined end:</source>
        <translation>Das Fenster wird geschlossen, sobald diese Änderungen ordnungsgemäß beendet sind:</translation>
    </message>
    <message>
        <source>These changes are under way. They cannot go on without the program, and no virtual machine may be left turned off halfway:</source>
        <translation>Diese Änderungen werden gerade ausgeführt. Sie können ohne das Programm nicht fortgesetzt werden, und keine VM darf mittendrin ausgeschaltet bleiben:</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::CreatePoolWizard</name>
    <message>
        <source>New GPU pool</source>
        <translation>Neuer GPU-Pool</translation>
    </message>
    <message>
        <source>&amp;Create GPU pool</source>
        <translation>&amp;GPU-Pool erstellen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DataPage</name>
    <message>
        <source>Commands for %1</source>
        <translation>Befehle für %1</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DataTreeView</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>Kopiere&amp;n</translation>
    </message>
    <message>
        <source>Copy with &amp;header</source>
        <translation>Mit &amp;Überschriften kopieren</translation>
    </message>
    <message>
        <source>Copy ce&amp;ll</source>
        <translation>Zelle kopieren</translation>
    </message>
    <message>
        <source>Copy I&amp;D</source>
        <translation>&amp;ID kopieren</translation>
    </message>
    <message>
        <source>&amp;Expand all</source>
        <translation>Alle &amp;erweitern</translation>
    </message>
    <message>
        <source>C&amp;ollapse all</source>
        <translation>&amp;Alle reduzieren</translation>
    </message>
    <message>
        <source>No servers yet. Add a Hyper-V server or a cluster to see its GPUs.</source>
        <translation>Noch keine Server. Fügen Sie einen Hyper-V-Server oder einen Cluster hinzu, um dessen GPUs anzuzeigen.</translation>
    </message>
    <message>
        <source>Add se&amp;rver…</source>
        <translation>Se&amp;rver hinzufügen…</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n server(s)…</source>
        <translation>
            <numerusform>%n Server wird gelesen…</numerusform>
            <numerusform>%n Server werden gelesen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of %n server(s) could be read.</source>
        <translation>
            <numerusform>%n Server konnte nicht gelesen werden.</numerusform>
            <numerusform>Keiner von %n Servern konnte gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No partitionable GPUs have been found. Please check that you have a GPU with the correct GPU-P driver to proceed.</source>
        <translation>Es wurden keine partitionierbaren GPUs gefunden. Vergewissern Sie sich, dass eine GPU mit dem richtigen GPU-P-Treiber vorhanden ist, um fortzufahren.</translation>
    </message>
    <message>
        <source>There are no virtual machines on these servers.</source>
        <translation>Auf diesen Servern sind keine virtuellen Computer vorhanden.</translation>
    </message>
    <message>
        <source>No GPUs have been found on these servers.</source>
        <translation>Auf diesen Servern wurden keine GPUs gefunden.</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Reset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>There is no GPU pool on these servers, and no GPU is dismounted. A pool holds GPUs that the virtual machines of a cluster get whole (DDA, Windows Server 2025): choose Create GPU pool.</source>
        <translation>Auf diesen Servern gibt es keinen GPU-Pool, und keine GPU ist getrennt. Ein Pool enthält GPUs, die die VMs eines Clusters als Ganzes erhalten (DDA, Windows Server 2025): Wählen Sie GPU-Pool erstellen.</translation>
    </message>
    <message>
        <source>GPU pool</source>
        <translation>GPU-Pool</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DdaAssignWizard</name>
    <message>
        <source>Assign GPU to VM (DDA)</source>
        <translation>GPU einer VM zuweisen (DDA)</translation>
    </message>
    <message>
        <source>&amp;Assign GPU</source>
        <translation>&amp;GPU zuweisen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DdaRemoveWizard</name>
    <message>
        <source>Unassign VM from GPU pool</source>
        <translation>Zuweisung der VM zum GPU-Pool aufheben</translation>
    </message>
    <message>
        <source>Return GPU to host</source>
        <translation>GPU an Host zurückgeben</translation>
    </message>
    <message>
        <source>&amp;Unassign</source>
        <translation>Zuweisung auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Return GPU</source>
        <translation>GPU zurück&amp;geben</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DetailWords</name>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht gelesen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>The host reports %1.</source>
        <translation>Der Host meldet %1.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DetailsPane</name>
    <message>
        <source>Selected item details</source>
        <translation>Ausgewählte Elementdetails</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Copy all details of the selected item</source>
        <translation>Alle Details des ausgewählten Elements kopieren</translation>
    </message>
    <message>
        <source>Copied all details of %1.</source>
        <translation>Alle Details von %1 wurden kopiert.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name (what it is)</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Es ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>Select a row above, or a server on the left, to see its details.</source>
        <translation>Wählen Sie oben eine Zeile oder links einen Server aus, um die Details zu sehen.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DeviceChoices</name>
    <message>
        <source>It is ready for DDA assignment already.</source>
        <translation>Sie ist bereits für DDA-Zuweisung bereit.</translation>
    </message>
    <message>
        <source>It is in the GPU pool %1.</source>
        <translation>Sie befindet sich im GPU-Pool %1.</translation>
    </message>
    <message>
        <source>Can be chosen</source>
        <translation>Kann ausgewählt werden</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Assigned status</source>
        <translation>Zuweisungsstatus</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Steckplatz</translation>
    </message>
    <message>
        <source>MMIO space</source>
        <translation>MMIO-Bereich</translation>
    </message>
    <message>
        <source>What a virtual machine needs for this device alone</source>
        <translation>Was eine VM allein für dieses Gerät benötigt</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>What speaks for or against this device</source>
        <translation>Was für oder gegen dieses Gerät spricht</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Beleg: %1</translation>
    </message>
    <message>
        <source>Its partitions must be unassigned first: %1</source>
        <translation>Die Zuweisung ihrer Partitionen muss zuerst aufgehoben werden: %1</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DevicePage</name>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>A card is reset as a whole: a function that stays with the server can keep the GPU from working in the virtual machine.</source>
        <translation>Eine Karte wird als Ganzes zurückgesetzt: Eine Funktion, die beim Server bleibt, kann verhindern, dass die GPU in der VM funktioniert.</translation>
    </message>
    <message>
        <source>About the current GPU</source>
        <translation>Über die aktuelle GPU</translation>
    </message>
    <message>
        <source>No GPU is dismounted: the servers have all of theirs.</source>
        <translation>Keine GPU ist getrennt: Die Server verfügen über alle ihre GPUs.</translation>
    </message>
    <message>
        <source>No GPUs have been found on these servers.</source>
        <translation>Auf diesen Servern wurden keine GPUs gefunden.</translation>
    </message>
    <message>
        <source>Choose the GPU</source>
        <translation>GPU auswählen</translation>
    </message>
    <message>
        <source>The virtual machine gets the whole GPU; the server and all other virtual machines lose it.</source>
        <translation>Die VM erhält die ganze GPU; der Server und alle anderen VMs verlieren sie.</translation>
    </message>
    <message>
        <source>The server loses these GPUs, so that they can be assigned to its virtual machines.</source>
        <translation>Der Server verliert diese GPUs, damit sie seinen VMs zugewiesen werden können.</translation>
    </message>
    <message>
        <source>The server gets these GPUs back and uses them with its own driver again.</source>
        <translation>Der Server erhält diese GPUs zurück und verwendet sie wieder mit seinem eigenen Treiber.</translation>
    </message>
    <message>
        <source>Only the GPUs selected here go into the pool, whatever else is dismounted.</source>
        <translation>Nur die hier ausgewählten GPUs kommen in den Pool, was auch immer sonst getrennt ist.</translation>
    </message>
    <message>
        <source>Select at least one GPU.</source>
        <translation>Wählen Sie mindestens eine GPU aus.</translation>
    </message>
    <message>
        <source>%1 cannot be chosen: %2</source>
        <translation>%1 kann nicht ausgewählt werden: %2</translation>
    </message>
    <message>
        <source>Take the &amp;other functions of the card along (recommended): %1</source>
        <translation>Die anderen &amp;Funktionen der Karte mitnehmen (empfohlen): %1</translation>
    </message>
    <message>
        <source>These virtual machines lose their GPU partitions. Those that run are taken down for that and started again.</source>
        <translation>Diese VMs verlieren ihre GPU-Partitionen. Laufende werden dafür heruntergefahren und wieder gestartet.</translation>
    </message>
    <message>
        <source>Partitions of what is selected are assigned. Say that they are to be unassigned, or choose another GPU.</source>
        <translation>Partitionen der Auswahl sind zugewiesen. Geben Sie an, dass die Zuweisung aufgehoben werden soll, oder wählen Sie eine andere GPU aus.</translation>
    </message>
    <message>
        <source>&amp;Unassign its GPU partitions first: %1</source>
        <translation>Zuerst Zuweisung ihrer GPU-Partitionen auf&amp;heben: %1</translation>
    </message>
    <message>
        <source>&amp;Verify that the server can partition them then</source>
        <translation>Danach &amp;prüfen, ob der Server sie partitionieren kann</translation>
    </message>
    <message>
        <source>For GPUs that are to be partitioned from now on. If the server&apos;s driver cannot, everything is put back as it is now.</source>
        <translation>Für GPUs, die ab jetzt partitioniert werden sollen. Kann es der Treiber des Servers nicht, wird der jetzige Zustand wiederhergestellt.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DeviceReasons</name>
    <message>
        <source>The selected server is no longer in the list.</source>
        <translation>Der ausgewählte Server ist nicht mehr in der Liste vorhanden.</translation>
    </message>
    <message>
        <source>%1 has not been read yet.</source>
        <translation>%1 wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>No server has been read yet.</source>
        <translation>Es wurde noch kein Server gelesen.</translation>
    </message>
    <message>
        <source>The selected GPU is no longer there.</source>
        <translation>Die ausgewählte GPU ist nicht mehr vorhanden.</translation>
    </message>
    <message>
        <source>%1 cannot be assigned. %2</source>
        <comment>GPU, why</comment>
        <translation>%1 kann nicht zugewiesen werden. %2</translation>
    </message>
    <message>
        <source>%1 is assigned to %2.</source>
        <comment>GPU, virtual machine</comment>
        <translation>%1 ist %2 zugewiesen.</translation>
    </message>
    <message>
        <source>No GPUs have been found.</source>
        <translation>Es wurden keine GPUs gefunden.</translation>
    </message>
    <message>
        <source>The selected GPUs are on different servers.</source>
        <translation>Die ausgewählten GPUs befinden sich auf verschiedenen Servern.</translation>
    </message>
    <message>
        <source>A GPU can be assigned to one virtual machine only.</source>
        <translation>Eine GPU kann nur einer VM zugewiesen werden.</translation>
    </message>
    <message>
        <source>%1 is ready for DDA assignment already.</source>
        <translation>%1 ist bereits für DDA-Zuweisung bereit.</translation>
    </message>
    <message>
        <source>No GPU is dismounted: the servers have all of theirs.</source>
        <translation>Keine GPU ist getrennt: Die Server verfügen über alle ihre GPUs.</translation>
    </message>
    <message>
        <source>The server has %1 already.</source>
        <translation>Der Server verfügt bereits über %1.</translation>
    </message>
    <message>
        <source>Return it first.</source>
        <translation>Geben Sie sie zuerst zurück.</translation>
    </message>
    <message>
        <source>A virtual machine has the selected GPU. Return it first.</source>
        <translation>Die ausgewählte GPU gehört einer VM. Geben Sie sie zuerst zurück.</translation>
    </message>
    <message>
        <source>No GPU is dismounted without a virtual machine or a pool that has it.</source>
        <translation>Keine GPU ist getrennt, ohne dass sie einer VM oder einem Pool gehört.</translation>
    </message>
    <message>
        <source>No virtual machine has a whole GPU.</source>
        <translation>Keine VM hat eine ganze GPU.</translation>
    </message>
    <message>
        <source>The selected virtual machine has no whole GPU.</source>
        <translation>Die ausgewählte VM hat keine ganze GPU.</translation>
    </message>
    <message>
        <source>No virtual machine has the selected GPU as a whole.</source>
        <translation>Keine VM hat die ausgewählte GPU als Ganzes.</translation>
    </message>
    <message>
        <source>Select one virtual machine.</source>
        <translation>Wählen Sie eine VM aus.</translation>
    </message>
    <message>
        <source>GPU pools need Windows Server 2025.</source>
        <translation>GPU-Pools erfordern Windows Server 2025.</translation>
    </message>
    <message>
        <source>GPU pools need Windows Server 2025, which %1 does not run.</source>
        <translation>GPU-Pools erfordern Windows Server 2025, das auf %1 nicht ausgeführt wird.</translation>
    </message>
    <message>
        <source>There is no GPU pool. Create one first.</source>
        <translation>Es gibt keinen GPU-Pool. Erstellen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>No virtual machine gets a GPU from a pool.</source>
        <translation>Keine VM erhält eine GPU aus einem Pool.</translation>
    </message>
    <message>
        <source>The selected GPU is not assigned.</source>
        <translation>Die ausgewählte GPU ist nicht zugewiesen.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::DismountWizard</name>
    <message>
        <source>Make GPU ready for DDA</source>
        <translation>GPU für DDA vorbereiten</translation>
    </message>
    <message>
        <source>&amp;Make ready</source>
        <translation>&amp;Vorbereiten</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::EditServerDialog</name>
    <message>
        <source>Edit server</source>
        <translation>Server bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>Speiche&amp;rn</translation>
    </message>
    <message>
        <source>Tries the connection step by step, without changing the server</source>
        <translation>Prüft die Verbindung Schritt für Schritt, ohne den Server zu ändern</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ExportDialog</name>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>CSV (*.csv);;JSON (*.json);;All files (*)</source>
        <translation>CSV (*.csv);;JSON (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Everything:</source>
        <translation>&amp;Alles:</translation>
    </message>
    <message>
        <source>&amp;Byte order mark (helps Excel to recognise UTF-8)</source>
        <translation>&amp;Bytereihenfolge-Marke (BOM; damit Excel UTF-8 erkennt)</translation>
    </message>
    <message>
        <source>&amp;Guard against formulas (an apostrophe before = + - @)</source>
        <translation>Vor &amp;Formeln schützen (Apostroph vor = + - @)</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>What is s&amp;hown in “%1” (%n row(s))</source>
        <translation>
            <numerusform>Aktuelle A&amp;nsicht „%1“ (%n Zeile)</numerusform>
            <numerusform>Aktuelle A&amp;nsicht „%1“ (%n Zeilen)</numerusform>
        </translation>
    </message>
    <message>
        <source>The visible columns in their order and every row that the scope and the search let through</source>
        <translation>Die sichtbaren Spalten in ihrer Reihenfolge und alle Zeilen, die Serverauswahl und Suche zulassen</translation>
    </message>
    <message>
        <source>A report of all servers with all columns; its columns never change meaning</source>
        <translation>Ein Bericht über alle Server mit allen Spalten; die Bedeutung der Spalten ändert sich nie</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>GPU partitions</source>
        <translation>GPU-Partitionen</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Computer</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>CSV (comma-separated values)</source>
        <translation>CSV (durch Kommas getrennte Werte)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>What:</source>
        <translation>Inhalt:</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>F&amp;ormat:</translation>
    </message>
    <message>
        <source>F&amp;ile:</source>
        <translation>Da&amp;tei:</translation>
    </message>
    <message>
        <source>Only for CSV.</source>
        <translation>Nur für CSV.</translation>
    </message>
    <message>
        <source>Choose “Everything” first.</source>
        <translation>Wählen Sie zuerst „Alles“ aus.</translation>
    </message>
    <message>
        <source>Say first where to write.</source>
        <translation>Geben Sie zuerst den Zielort an.</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>Die Datei ist bereits vorhanden und wird ersetzt.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Wird geschrieben…</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written to %1.</source>
        <translation>
            <numerusform>%n Zeile wurde in %1 geschrieben.</numerusform>
            <numerusform>%n Zeilen wurden in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <translation>Der Export wurde abgebrochen. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>HTML (page to read and print)</source>
        <translation>HTML (Seite zum Lesen und Drucken)</translation>
    </message>
    <message>
        <source>The w&amp;hole list “%1”</source>
        <translation>&amp;Die ganze Liste „%1“</translation>
    </message>
    <message>
        <source>Every row and column, also what scope, search and filter leave out</source>
        <translation>Alle Zeilen und Spalten, auch was Bereich, Suche und Filter weglassen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::FindingGroups</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::FindingsView</name>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>&amp;Unassign first…</source>
        <translation>Z&amp;uerst Zuweisung aufheben…</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::FleetStatusBar</name>
    <message>
        <source>Progress of reading the servers</source>
        <translation>Fortschritt beim Lesen der Server</translation>
    </message>
    <message>
        <source>%v of %m servers</source>
        <translation>%v von %m Servern</translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n Server</numerusform>
            <numerusform>%n Server</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 OK</source>
        <translation>%1 OK</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>servers</comment>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reading</source>
        <comment>servers</comment>
        <translation>
            <numerusform>%n wird gelesen</numerusform>
            <numerusform>%n werden gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n partition(s) in use</source>
        <translation>
            <numerusform>%1 von %n Partition verwendet</numerusform>
            <numerusform>%1 von %n Partitionen verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Not refreshed yet</source>
        <translation>Noch nicht aktualisiert</translation>
    </message>
    <message>
        <source>Last refresh: %1</source>
        <translation>Letzte Aktualisierung: %1</translation>
    </message>
    <message>
        <source>Shows what is done and what is not, and lets you decide</source>
        <translation>Zeigt an, was erledigt ist und was nicht, und lässt Sie entscheiden</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Schreibgeschützt</translation>
    </message>
    <message numerus="yes">
        <source>%n interrupted change(s)</source>
        <translation>
            <numerusform>%n unterbrochene Änderung</numerusform>
            <numerusform>%n unterbrochene Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partly read</source>
        <comment>servers</comment>
        <translation>
            <numerusform>%n teilweise gelesen</numerusform>
            <numerusform>%n teilweise gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at least %1 of %n partition(s) in use</source>
        <translation>
            <numerusform>mindestens %1 von %n Partition verwendet</numerusform>
            <numerusform>mindestens %1 von %n Partitionen verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>partitions in use: unknown</source>
        <translation>verwendete Partitionen: nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n known partition(s) in use</source>
        <translation>
            <numerusform>%1 von %n bekannter Partition verwendet</numerusform>
            <numerusform>%1 von %n bekannten Partitionen verwendet</numerusform>
        </translation>
    </message>
    <message>
        <source>GPUs: unknown</source>
        <translation>GPUs: unbekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n known GPU(s)</source>
        <translation>
            <numerusform>%n bekannte GPU</numerusform>
            <numerusform>%n bekannte GPUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::FleetTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Data read</source>
        <translation>Daten gelesen</translation>
    </message>
    <message>
        <source>When the server was last read successfully</source>
        <translation>Zeitpunkt, zu dem der Server zuletzt erfolgreich gelesen wurde</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Alle Server</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Nodes could not be listed: %1</source>
        <translation>Knoten konnten nicht aufgelistet werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reading</source>
        <translation>
            <numerusform>%n wird gelesen</numerusform>
            <numerusform>%n werden gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n Server</numerusform>
            <numerusform>%n Server</numerusform>
        </translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Not up to date</source>
        <translation>Nicht aktuell</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>OK, unencrypted</source>
        <translation>OK, unverschlüsselt</translation>
    </message>
    <message>
        <source>unencrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>Partly read</source>
        <translation>Teilweise gelesen</translation>
    </message>
    <message>
        <source>partly read</source>
        <translation>teilweise gelesen</translation>
    </message>
    <message numerus="yes">
        <source>%n partly read</source>
        <translation>
            <numerusform>%n teilweise gelesen</numerusform>
            <numerusform>%n teilweise gelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::FleetTreeView</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::GpuChoiceModel</name>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>%1, cannot be selected: %2</source>
        <translation>%1, nicht auswählbar: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Server and GPU</source>
        <translation>Server und GPU</translation>
    </message>
    <message>
        <source>Partition count</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>VRAM per partition</source>
        <translation>VRAM pro Partition</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Steckplatz</translation>
    </message>
    <message>
        <source>No GPU can be partitioned</source>
        <translation>Keine GPU kann partitioniert werden</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::GpuChoices</name>
    <message>
        <source>Not partitionable: %1</source>
        <translation>Nicht partitionierbar: %1</translation>
    </message>
    <message>
        <source>The driver offers no partition counts</source>
        <translation>Der Treiber bietet keine Partitionsanzahlen an</translation>
    </message>
    <message>
        <source>%1, %2: %3 on %4</source>
        <comment>name, VRAM, number of GPUs, number of servers</comment>
        <translation>%1, %2: %3 auf %4</translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>%n Server</numerusform>
            <numerusform>%n Server</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::GpuDetails</name>
    <message numerus="yes">
        <source>PCI Express generation %1, %n lane(s)</source>
        <translation>
            <numerusform>PCI Express Generation %1, %n Lane</numerusform>
            <numerusform>PCI Express Generation %1, %n Lanes</numerusform>
        </translation>
    </message>
    <message>
        <source>bus %1, device %2, function %3</source>
        <translation>Bus %1, Gerät %2, Funktion %3</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>Zuweisungen</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Computer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>GPU of %1</source>
        <translation>GPU von %1</translation>
    </message>
    <message>
        <source>GPU name</source>
        <translation>GPU-Name</translation>
    </message>
    <message>
        <source>none: not partitionable</source>
        <translation>keine (nicht partitionierbar)</translation>
    </message>
    <message>
        <source>GPU ID</source>
        <translation>GPU-ID</translation>
    </message>
    <message>
        <source>Available encoder</source>
        <translation>Verfügbarer Encoder</translation>
    </message>
    <message>
        <source>Available decoder</source>
        <translation>Verfügbarer Decoder</translation>
    </message>
    <message>
        <source>Available VRAM</source>
        <translation>Verfügbarer VRAM</translation>
    </message>
    <message>
        <source>Valid partition count</source>
        <translation>Gültige Partitionsanzahl</translation>
    </message>
    <message>
        <source>Current partition count</source>
        <translation>Aktuelle Partitionsanzahl</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Assigned status</source>
        <translation>Zuweisungsstatus</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>Im Einzelnen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Empfohlene Maßnahme</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Memory of the adapter</source>
        <translation>Speicher des Adapters</translation>
    </message>
    <message>
        <source>Partitions in use</source>
        <translation>Verwendete Partitionen</translation>
    </message>
    <message>
        <source>Total VRAM</source>
        <translation>VRAM gesamt</translation>
    </message>
    <message>
        <source>VRAM per partition</source>
        <translation>VRAM pro Partition</translation>
    </message>
    <message>
        <source>Total encoder</source>
        <translation>Encoder gesamt</translation>
    </message>
    <message>
        <source>Total decoder</source>
        <translation>Decoder gesamt</translation>
    </message>
    <message>
        <source>Total compute</source>
        <translation>Rechenleistung gesamt</translation>
    </message>
    <message>
        <source>Available compute</source>
        <translation>Verfügbare Rechenleistung</translation>
    </message>
    <message>
        <source>Accepts live migration</source>
        <translation>Eingehende Livemigration möglich</translation>
    </message>
    <message>
        <source>Reported by Windows Server 2025 (build 26100) and later.</source>
        <translation>Wird ab Windows Server 2025 (Build 26100) gemeldet.</translation>
    </message>
    <message>
        <source>code 10: the device cannot start</source>
        <translation>Code 10: Das Gerät kann nicht gestartet werden</translation>
    </message>
    <message>
        <source>code 12: not enough free resources</source>
        <translation>Code 12: nicht genügend freie Ressourcen</translation>
    </message>
    <message>
        <source>code 22: disabled</source>
        <translation>Code 22: deaktiviert</translation>
    </message>
    <message>
        <source>code 28: no driver installed</source>
        <translation>Code 28: kein Treiber installiert</translation>
    </message>
    <message>
        <source>code 43: stopped because it reported problems</source>
        <translation>Code 43: angehalten, da das Gerät Probleme gemeldet hat</translation>
    </message>
    <message>
        <source>code 45: not connected</source>
        <translation>Code 45: nicht angeschlossen</translation>
    </message>
    <message>
        <source>code %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>PCI ids</source>
        <translation>PCI-IDs</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Driver date</source>
        <translation>Treiberdatum</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>Steckplatz</translation>
    </message>
    <message>
        <source>NUMA node</source>
        <translation>NUMA-Knoten</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Instance ID</source>
        <translation>Instanz-ID</translation>
    </message>
    <message>
        <source>Location path</source>
        <translation>Speicherortpfad</translation>
    </message>
    <message>
        <source>%1: the whole device</source>
        <translation>%1: gesamtes Gerät</translation>
    </message>
    <message>
        <source>%1: partition %2</source>
        <translation>%1: Partition %2</translation>
    </message>
    <message>
        <source>%1: partition resolved at start</source>
        <translation>%1: Partition wird beim Start festgelegt</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1: a partition, which one is not reported</source>
        <translation>%1: eine Partition; welche, wird nicht gemeldet</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::GpuTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Assigned status</source>
        <translation>Zuweisungsstatus</translation>
    </message>
    <message>
        <source>What the GPU can be used for, by the words of the documents</source>
        <translation>Wofür die GPU verwendet werden kann, in den Begriffen der Dokumentation</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What is behind the status</source>
        <translation>Was hinter dem Status steht</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Manufacturer</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>Treiber</translation>
    </message>
    <message>
        <source>Version of the GPU&apos;s driver on the server</source>
        <translation>Version des GPU-Treibers auf dem Server</translation>
    </message>
    <message>
        <source>Driver date</source>
        <translation>Treiberdatum</translation>
    </message>
    <message>
        <source>Total VRAM</source>
        <translation>VRAM gesamt</translation>
    </message>
    <message>
        <source>1 GB = 1,073,741,824 bytes</source>
        <translation>1 GB = 1.073.741.824 Bytes</translation>
    </message>
    <message>
        <source>Available VRAM</source>
        <translation>Verfügbarer VRAM</translation>
    </message>
    <message>
        <source>Changes when VMs start and stop, not when partitions are assigned</source>
        <translation>Ändert sich beim Starten und Beenden von VMs, nicht beim Zuweisen von Partitionen</translation>
    </message>
    <message>
        <source>Partition count</source>
        <translation>Partitionsanzahl</translation>
    </message>
    <message>
        <source>Number of partitions the GPU is divided into</source>
        <translation>Anzahl der Partitionen, in die die GPU aufgeteilt ist</translation>
    </message>
    <message>
        <source>Partitions in use</source>
        <translation>Verwendete Partitionen</translation>
    </message>
    <message>
        <source>Partitions assigned to VMs, running or not</source>
        <translation>VMs zugewiesene Partitionen, unabhängig davon, ob die VMs ausgeführt werden</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Belegung</translation>
    </message>
    <message>
        <source>Each partition with the VM on it</source>
        <translation>Jede Partition mit der zugehörigen VM</translation>
    </message>
    <message>
        <source>Valid partition counts</source>
        <translation>Gültige Partitionsanzahlen</translation>
    </message>
    <message>
        <source>What the driver allows</source>
        <translation>Vom Treiber zugelassene Werte</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Steckplatz</translation>
    </message>
    <message>
        <source>PCI slot; tells identical cards apart</source>
        <translation>PCI-Steckplatz; unterscheidet baugleiche Karten</translation>
    </message>
    <message>
        <source>GPU ID</source>
        <translation>GPU-ID</translation>
    </message>
    <message>
        <source>Device interface path, else the instance ID</source>
        <translation>Pfad der Geräteschnittstelle, sonst die Instanz-ID</translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s)</source>
        <translation>
            <numerusform>%n GPU</numerusform>
            <numerusform>%n GPUs</numerusform>
        </translation>
    </message>
    <message>
        <source>The server does not report where the GPU sits.</source>
        <translation>Der Server meldet nicht, wo sich die GPU befindet.</translation>
    </message>
    <message>
        <source>The server reports no driver for this GPU.</source>
        <translation>Der Server meldet keinen Treiber für diese GPU.</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>Server %1, %2</source>
        <translation>Server %1, %2</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>%1 is still being read.</source>
        <translation>%1 wird noch gelesen.</translation>
    </message>
    <message>
        <source>%1: still being read</source>
        <translation>%1: wird noch gelesen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HealthDetails</name>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Prerequisites of the cluster %1</source>
        <translation>Voraussetzungen des Clusters %1</translation>
    </message>
    <message>
        <source>Prerequisites of the server %1</source>
        <translation>Voraussetzungen des Servers %1</translation>
    </message>
    <message>
        <source>Prerequisites of the virtual machine %1</source>
        <translation>Voraussetzungen der VM %1</translation>
    </message>
    <message>
        <source>%1, GPU %2</source>
        <translation>%1, GPU %2</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Empfohlene Maßnahme</translation>
    </message>
    <message>
        <source>Why it is checked</source>
        <translation>Warum dies geprüft wird</translation>
    </message>
    <message>
        <source>The same with PowerShell, on the server</source>
        <translation>Dasselbe mit PowerShell, auf dem Server</translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation>PowerShell</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>GPU or virtual machine on server</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>Can be fixed here</source>
        <translation>Hier behebbar</translation>
    </message>
    <message>
        <source>Yes, by a plan that is shown first</source>
        <translation>Ja, durch einen Plan, der zuerst angezeigt wird</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>ID for hvgpu findings --fix</source>
        <translation>ID für hvgpu findings --fix</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) selected</source>
        <translation>
            <numerusform>%n Zeile ausgewählt</numerusform>
            <numerusform>%n Zeilen ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HealthRows</name>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be read</source>
        <translation>
            <numerusform>%n nicht lesbar</numerusform>
            <numerusform>%n nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n bestanden</numerusform>
            <numerusform>%n bestanden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>check, GPU</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>%1 – select this server in the fleet to see its checks</source>
        <comment>1 failed, 3 warnings</comment>
        <translation>%1 – wählen Sie diesen Server links aus, um seine Prüfungen zu sehen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HealthTabs</name>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>What is checked, below what it belongs to</source>
        <translation>Was geprüft wird, unter dem, wozu es gehört</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Of a server or cluster: the result that needs the most attention</source>
        <translation>Bei einem Server oder Cluster: das Ergebnis, das am meisten Aufmerksamkeit erfordert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>GPU, virtual machine or server</source>
        <translation>GPU, VM oder Server</translation>
    </message>
    <message>
        <source>Server or cluster</source>
        <translation>Server oder Cluster</translation>
    </message>
    <message>
        <source>Can be fixed</source>
        <translation>Behebbar</translation>
    </message>
    <message>
        <source>Whether a plan of this program can put it right</source>
        <translation>Ob ein Plan dieses Programms es beheben kann</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>Ursache</translation>
    </message>
    <message>
        <source>&amp;Show:</source>
        <translation>Anz&amp;eigen:</translation>
    </message>
    <message>
        <source>Results shown</source>
        <translation>Angezeigte Ergebnisse</translation>
    </message>
    <message>
        <source>Findings shown</source>
        <translation>Angezeigte Befunde</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Alle Ergebnisse</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>Was Aufmerksamkeit erfordert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>Nicht zutreffend</translation>
    </message>
    <message>
        <source>Prereq&amp;uisites</source>
        <translation>Vora&amp;ussetzungen</translation>
    </message>
    <message>
        <source>All findings</source>
        <translation>Alle Befunde</translation>
    </message>
    <message>
        <source>Errors and warnings</source>
        <translation>Fehler und Warnungen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Fi&amp;ndings</source>
        <translation>Be&amp;funde</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tab, number of findings</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No check has the result that is chosen above.</source>
        <translation>Keine Prüfung hat das oben ausgewählte Ergebnis.</translation>
    </message>
    <message>
        <source>No finding is as severe as is chosen above.</source>
        <translation>Kein Befund ist so schwerwiegend wie oben ausgewählt.</translation>
    </message>
    <message>
        <source>Nothing was found to be wrong here.</source>
        <translation>Hier wurde nichts Fehlerhaftes gefunden.</translation>
    </message>
    <message>
        <source>Select one finding on the tab Findings first.</source>
        <translation>Wählen Sie zuerst einen Befund auf der Registerkarte Befunde aus.</translation>
    </message>
    <message>
        <source>No plan can put this right. %1</source>
        <translation>Kein Plan kann dies beheben. %1</translation>
    </message>
    <message>
        <source>There are more checks than can be listed. Choose a result, a server or a word to search for; Export writes all of them.</source>
        <translation>Es gibt mehr Prüfungen, als aufgelistet werden können. Wählen Sie ein Ergebnis, einen Server oder einen Suchbegriff; der Export schreibt alle.</translation>
    </message>
    <message>
        <source>%1 of %2 findings are listed, the worst first. Choose a severity, a server or a word to search for; Export writes all of them.</source>
        <translation>%1 von %2 Befunden sind aufgelistet, die schlimmsten zuerst. Wählen Sie einen Schweregrad, einen Server oder einen Suchbegriff; der Export schreibt alle.</translation>
    </message>
    <message>
        <source>The checks are being made…</source>
        <translation>Die Prüfungen laufen…</translation>
    </message>
    <message>
        <source>Findings are being looked for…</source>
        <translation>Befunde werden gesucht…</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HostBanner</name>
    <message>
        <source>Sho&amp;w details</source>
        <translation>Details an&amp;zeigen</translation>
    </message>
    <message>
        <source>Retr&amp;y</source>
        <translation>Erneut versu&amp;chen</translation>
    </message>
    <message>
        <source>Read these servers again</source>
        <translation>Diese Server erneut lesen</translation>
    </message>
    <message>
        <source>The nodes of cluster %1 could not be listed: %2. %3</source>
        <translation>Die Knoten des Clusters %1 konnten nicht aufgelistet werden: %2. %3</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1. The data shown is from %2.</source>
        <translation>%1. Die angezeigten Daten wurden %2 gelesen.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>sentence</comment>
        <translation>%1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n server(s) could not be read: %2.</source>
        <translation>
            <numerusform>%1 von %n Server nicht gelesen: %2.</numerusform>
            <numerusform>%1 von %n Servern nicht gelesen: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of %1 could not be read: %2. What depends on it is shown as unknown.</source>
        <comment>server, lists</comment>
        <translation>Von %1 konnte nicht gelesen werden: %2. Was davon abhängt, wird als unbekannt gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>Some lists of %n server(s) could not be read: %1. What depends on them is shown as unknown.</source>
        <translation>
            <numerusform>Einige Listen von %n Server konnten nicht gelesen werden: %1. Was davon abhängt, wird als unbekannt gezeigt.</numerusform>
            <numerusform>Einige Listen von %n Servern konnten nicht gelesen werden: %1. Was davon abhängt, wird als unbekannt gezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n other server(s) some lists could not be read: %1.</source>
        <translation>
            <numerusform>Von %n weiteren Server konnten einige Listen nicht gelesen werden: %1.</numerusform>
            <numerusform>Von %n weiteren Servern konnten einige Listen nicht gelesen werden: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HostCondition</name>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Reading again…</source>
        <translation>Wird erneut gelesen…</translation>
    </message>
    <message>
        <source>Not up to date: %1</source>
        <translation>Nicht aktuell: %1</translation>
    </message>
    <message>
        <source>Could not read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>No Hyper-V role</source>
        <translation>Keine Hyper-V-Rolle</translation>
    </message>
    <message>
        <source>GPUs could not be read</source>
        <translation>GPUs konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>No GPUs</source>
        <translation>Keine GPUs</translation>
    </message>
    <message>
        <source>Data read %1</source>
        <translation>Daten %1 gelesen</translation>
    </message>
    <message>
        <source>Cluster node: %1</source>
        <translation>Clusterknoten: %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>User name and password go to this server unencrypted: anyone on the way can read them.</source>
        <translation>Benutzername und Kennwort gehen unverschlüsselt an diesen Server: Jeder auf dem Weg kann sie lesen.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HostDetails</name>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>could not be read; showing the last known data</source>
        <translation>konnte nicht gelesen werden; die letzten bekannten Daten werden angezeigt</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>State in the cluster</source>
        <translation>Zustand im Cluster</translation>
    </message>
    <message>
        <source>Data from</source>
        <translation>Datenstand</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Last reading took</source>
        <translation>Dauer des letzten Lesevorgangs</translation>
    </message>
    <message numerus="yes">
        <source>%1 ms, %n round trip(s), %2</source>
        <translation>
            <numerusform>%1 ms, %n Roundtrip, %2</numerusform>
            <numerusform>%1 ms, %n Roundtrips, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Why it could not be read</source>
        <translation>Warum das Lesen fehlgeschlagen ist</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was ist passiert?</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was bedeutet das?</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Empfohlene Maßnahme</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Details</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Computer name</source>
        <translation>Computername</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>Hyper-V role</source>
        <translation>Hyper-V-Rolle</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>not installed or not accessible</source>
        <translation>nicht installiert oder nicht zugänglich</translation>
    </message>
    <message>
        <source>SR-IOV support</source>
        <translation>SR-IOV-Unterstützung</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>Hardware</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Computer</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>nothing; everything was read</source>
        <translation>nichts; alles wurde gelesen</translation>
    </message>
    <message>
        <source>Cluster node</source>
        <translation>Clusterknoten</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Nodes that could not be read</source>
        <translation>Nicht gelesene Knoten</translation>
    </message>
    <message>
        <source>State of the nodes</source>
        <translation>Zustand der Knoten</translation>
    </message>
    <message>
        <source>Rights of this account</source>
        <translation>Rechte dieses Kontos</translation>
    </message>
    <message>
        <source>may not change anything here: %1</source>
        <translation>darf hier nichts ändern: %1</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>None: user name and password can be read by anyone on the way</source>
        <translation>Keine: Benutzername und Kennwort können von jedem auf dem Weg gelesen werden</translation>
    </message>
    <message>
        <source>Could not be used</source>
        <translation>Nicht verwendbar</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::HostTreeModel</name>
    <message>
        <source>(free)</source>
        <translation>(frei)</translation>
    </message>
    <message>
        <source>(could not be read)</source>
        <translation>(nicht lesbar)</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::InterruptedDialog</name>
    <message numerus="yes">
        <source>%n stopped halfway</source>
        <comment>targets of a change</comment>
        <translation>
            <numerusform>%n mittendrin angehalten</numerusform>
            <numerusform>%n mittendrin angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not begun</source>
        <comment>targets of a change</comment>
        <translation>
            <numerusform>%n nicht begonnen</numerusform>
            <numerusform>%n nicht begonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Interrupted change</source>
        <translation>Unterbrochene Änderung</translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machine(s) that ran before may be turned off: %1</source>
        <translation>
            <numerusform>%n VM, die vorher ausgeführt wurde, ist möglicherweise aus: %1</numerusform>
            <numerusform>%n VMs, die vorher ausgeführt wurden, sind möglicherweise aus: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What is done and what is not</source>
        <translation>Was erledigt ist und was nicht</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Goes on to the end; what is found done is not done again</source>
        <translation>Fährt bis zum Ende fort; bereits Erledigtes wird nicht wiederholt</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Brings everything back to how it was before the change</source>
        <translation>Setzt alles auf den Zustand vor der Änderung zurück</translation>
    </message>
    <message>
        <source>&amp;Dismiss</source>
        <translation>Als erledigt &amp;markieren</translation>
    </message>
    <message>
        <source>Leaves everything as it is now and does not ask again</source>
        <translation>Lässt alles unverändert und fragt nicht mehr nach</translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation>&amp;Später entscheiden</translation>
    </message>
    <message>
        <source>The status bar and the Activity tab keep a reminder</source>
        <translation>In der Statusleiste und auf der Registerkarte &quot;Aktivität&quot; wird weiter daran erinnert</translation>
    </message>
    <message>
        <source>This change was begun on %1 and did not come to its end.</source>
        <translation>Diese Änderung wurde am %1 begonnen und nicht beendet.</translation>
    </message>
    <message>
        <source>This change was begun on %1 by %2 and did not come to its end.</source>
        <translation>Diese Änderung wurde am %1 von %2 begonnen und nicht beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n ended</source>
        <comment>targets of a change</comment>
        <translation>
            <numerusform>%1 von %n beendet</numerusform>
            <numerusform>%1 von %n beendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::MainWindow</name>
    <message>
        <source>GPU Console for Hyper-V</source>
        <translation>GPU Console for Hyper-V</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>Server und Cluster</translation>
    </message>
    <message>
        <source>&amp;GPUs</source>
        <translation>&amp;GPUs</translation>
    </message>
    <message>
        <source>GPU &amp;partitions</source>
        <translation>GPU-&amp;Partitionen</translation>
    </message>
    <message>
        <source>Virtual &amp;machines</source>
        <translation>&amp;Virtuelle Computer</translation>
    </message>
    <message>
        <source>There are no servers in the list.</source>
        <translation>Die Liste enthält keine Server.</translation>
    </message>
    <message>
        <source>Nothing is selected.</source>
        <translation>Es ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>There is no demo fleet here.</source>
        <translation>Hier ist keine Demoumgebung verfügbar.</translation>
    </message>
    <message>
        <source>Select a server or a cluster in the fleet list first.</source>
        <translation>Wählen Sie zuerst in der Serverliste einen Server oder einen Cluster aus.</translation>
    </message>
    <message>
        <source>Select a server or something on it first.</source>
        <translation>Wählen Sie zuerst einen Server oder ein Element darauf aus.</translation>
    </message>
    <message>
        <source>No server is being read.</source>
        <translation>Es wird kein Server gelesen.</translation>
    </message>
    <message>
        <source>The list is empty.</source>
        <translation>Die Liste ist leer.</translation>
    </message>
    <message>
        <source>Demo fleet</source>
        <translation>Demoumgebung</translation>
    </message>
    <message>
        <source>The demo fleet could not be started.</source>
        <translation>Die Demoumgebung konnte nicht gestartet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were written to %1.</source>
        <translation>
            <numerusform>%n Zeile wurde in %1 geschrieben.</numerusform>
            <numerusform>%n Zeilen wurden in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The program was started with --read-only.</source>
        <translation>Das Programm wurde mit --read-only gestartet.</translation>
    </message>
    <message>
        <source>GPU p&amp;ools</source>
        <translation>GPU-P&amp;ools</translation>
    </message>
    <message>
        <source>The program ended unexpectedly on %1. What is known about it is in %2 and in the support file (Help menu); it holds no passwords.</source>
        <translation>Das Programm wurde am %1 unerwartet beendet. Was darüber bekannt ist, steht in %2 und in der Supportdatei (Menü „Hilfe“); Kennwörter sind nicht darin.</translation>
    </message>
    <message>
        <source>No row of this list has others below it.</source>
        <translation>Keine Zeile dieser Liste hat untergeordnete Zeilen.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::MmioDetails</name>
    <message>
        <source>Needed</source>
        <translation>Benötigt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>MMIO space as a whole device</source>
        <translation>MMIO-Bereich als ganzes Gerät</translation>
    </message>
    <message>
        <source>not known: Windows tells the memory ranges of started devices only</source>
        <translation>nicht bekannt: Windows nennt nur die Speicherbereiche gestarteter Geräte</translation>
    </message>
    <message>
        <source>MMIO space</source>
        <translation>MMIO-Bereich</translation>
    </message>
    <message>
        <source>Low MMIO space</source>
        <translation>Unterer MMIO-Bereich</translation>
    </message>
    <message>
        <source>High MMIO space</source>
        <translation>Oberer MMIO-Bereich</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>Ausreichend</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no: devices may fail in the guest with code 12</source>
        <translation>nein: Geräte melden im Gast möglicherweise Fehlercode 12</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::MmioPage</name>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Low MMIO space</source>
        <translation>Unterer MMIO-Bereich</translation>
    </message>
    <message>
        <source>High MMIO space</source>
        <translation>Oberer MMIO-Bereich</translation>
    </message>
    <message>
        <source>&amp;Use what was worked out</source>
        <translation>&amp;Ermittelte Werte verwenden</translation>
    </message>
    <message>
        <source>How the MMIO space was added up</source>
        <translation>Wie sich der MMIO-Bereich zusammensetzt</translation>
    </message>
    <message>
        <source>What needs it</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>&amp;Low MMIO space:</source>
        <translation>&amp;Unterer MMIO-Bereich:</translation>
    </message>
    <message>
        <source>&amp;High MMIO space:</source>
        <translation>&amp;Oberer MMIO-Bereich:</translation>
    </message>
    <message>
        <source>MMIO space</source>
        <translation>MMIO-Bereich</translation>
    </message>
    <message>
        <source>Addresses through which the guest reaches the memory of its devices. Too little of it, and the device fails in the guest with code 12.</source>
        <translation>Adressen, über die der Gast den Speicher seiner Geräte erreicht. Reichen sie nicht, meldet das Gerät im Gast Code 12.</translation>
    </message>
    <message>
        <source>What the example in Microsoft&apos;s document gives a large GPU is used instead: %1.</source>
        <translation>Stattdessen wird verwendet, was das Beispiel in Microsofts Dokument einer großen GPU gibt: %1.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 has low %2, high %3 now.</source>
        <translation>%1 hat jetzt unten %2, oben %3.</translation>
    </message>
    <message>
        <source>This is less than its devices need.</source>
        <translation>Dies ist weniger, als die Geräte benötigen.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::MmioWizard</name>
    <message>
        <source>MMIO space of a virtual machine</source>
        <translation>MMIO-Bereich einer VM</translation>
    </message>
    <message>
        <source>&amp;Set MMIO space</source>
        <translation>MMIO-Bereich &amp;festlegen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::MountWizard</name>
    <message>
        <source>Give GPU back to host</source>
        <translation>GPU an Host zurückgeben</translation>
    </message>
    <message>
        <source>&amp;Give back</source>
        <translation>Zurück&amp;geben</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::NoticeWords</name>
    <message>
        <source>The partition count of %1 was successfully set to %2.</source>
        <translation>Die Partitionsanzahl von %1 wurde erfolgreich auf %2 festgelegt.</translation>
    </message>
    <message numerus="yes">
        <source>The partition count of %n GPU(s) was successfully set to %1.</source>
        <translation>
            <numerusform>Die Partitionsanzahl von %n GPU wurde erfolgreich auf %1 festgelegt.</numerusform>
            <numerusform>Die Partitionsanzahl von %n GPUs wurde erfolgreich auf %1 festgelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A GPU partition was successfully assigned to %1.</source>
        <translation>%1 wurde erfolgreich eine GPU-Partition zugewiesen.</translation>
    </message>
    <message numerus="yes">
        <source>A GPU partition was successfully assigned to each of %n virtual machine(s).</source>
        <translation>
            <numerusform>%n VM wurde erfolgreich eine GPU-Partition zugewiesen.</numerusform>
            <numerusform>%n VMs wurde jeweils erfolgreich eine GPU-Partition zugewiesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The GPU partition was successfully unassigned from %1.</source>
        <translation>Die Zuweisung der GPU-Partition zu %1 wurde erfolgreich aufgehoben.</translation>
    </message>
    <message numerus="yes">
        <source>GPU partitions were successfully unassigned from %n virtual machine(s).</source>
        <translation>
            <numerusform>Die Zuweisung von GPU-Partitionen zu %n VM wurde erfolgreich aufgehoben.</numerusform>
            <numerusform>Die Zuweisung von GPU-Partitionen zu %n VMs wurde erfolgreich aufgehoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>change, error</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 was put back: everything is as it was before.</source>
        <translation>%1: zurückgesetzt, alles ist wie zuvor.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>change, result</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The devices were successfully assigned to %1.</source>
        <translation>Die Geräte wurden %1 erfolgreich zugewiesen.</translation>
    </message>
    <message>
        <source>The devices were successfully taken away from %1.</source>
        <translation>Die Geräte wurden erfolgreich von %1 entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) are ready for DDA assignment now.</source>
        <translation>
            <numerusform>%n GPU ist jetzt für DDA-Zuweisung bereit.</numerusform>
            <numerusform>%n GPUs sind jetzt für DDA-Zuweisung bereit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) were successfully given back to their servers.</source>
        <translation>
            <numerusform>%n GPU wurde erfolgreich an ihren Server zurückgegeben.</numerusform>
            <numerusform>%n GPUs wurden erfolgreich an ihre Server zurückgegeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The settings of %n virtual machine(s) were successfully changed.</source>
        <translation>
            <numerusform>Die Einstellungen von %n VM wurden erfolgreich geändert.</numerusform>
            <numerusform>Die Einstellungen von %n VMs wurden erfolgreich geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The GPU pool %1 was successfully made on %n server(s).</source>
        <translation>
            <numerusform>Der GPU-Pool %1 wurde auf %n Server erfolgreich erstellt.</numerusform>
            <numerusform>Der GPU-Pool %1 wurde auf %n Servern erfolgreich erstellt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The GPU pool %1 was successfully deleted on %n server(s).</source>
        <translation>
            <numerusform>Der GPU-Pool %1 wurde auf %n Server erfolgreich gelöscht.</numerusform>
            <numerusform>Der GPU-Pool %1 wurde auf %n Servern erfolgreich gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 gets its GPUs from the pool %2 now.</source>
        <translation>%1 erhält die GPUs jetzt aus dem Pool %2.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::NotificationBar</name>
    <message>
        <source>Show de&amp;tails</source>
        <translation>Details anze&amp;igen</translation>
    </message>
    <message>
        <source>Shows the change with every step in the Activity tab</source>
        <translation>Zeigt die Änderung mit allen Schritten auf der Registerkarte &quot;Aktivität&quot; an</translation>
    </message>
    <message>
        <source>Close this notification</source>
        <translation>Diese Benachrichtigung schließen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::OccupancyBar</name>
    <message numerus="yes">
        <source>%n partition(s) of running VMs</source>
        <translation>
            <numerusform>%n Partition laufender VMs</numerusform>
            <numerusform>%n Partitionen laufender VMs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s) of VMs that do not run</source>
        <translation>
            <numerusform>%n Partition nicht laufender VMs</numerusform>
            <numerusform>%n Partitionen nicht laufender VMs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n assignment(s) too many</source>
        <translation>
            <numerusform>%n Zuweisung zu viel</numerusform>
            <numerusform>%n Zuweisungen zu viel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free partition(s)</source>
        <translation>
            <numerusform>%n freie Partition</numerusform>
            <numerusform>%n freie Partitionen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::OccupancyValue</name>
    <message>
        <source>Partition %1</source>
        <translation>Partition %1</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>unknown VM %1</source>
        <translation>unbekannte VM %1</translation>
    </message>
    <message>
        <source>%1: %2, running</source>
        <translation>%1: %2, wird ausgeführt</translation>
    </message>
    <message>
        <source>Assigned to %1; which partition is decided when the VM starts</source>
        <translation>%1 zugewiesen; die Partition wird beim Start der VM festgelegt</translation>
    </message>
    <message>
        <source>Over-committed: %1 has no partition left and will not start</source>
        <translation>Überbelegt: Für %1 ist keine Partition mehr frei; die VM wird nicht starten</translation>
    </message>
    <message>
        <source>%1: free</source>
        <translation>%1: frei</translation>
    </message>
    <message>
        <source>%1: could not be read</source>
        <translation>%1: konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Assigned to %1; which partition it has could not be read</source>
        <translation>%1 zugewiesen; welche Partition es ist, konnte nicht gelesen werden</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::OneVmPage</name>
    <message>
        <source>Virtual machine</source>
        <translation>Virtueller Computer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Number of whole devices assigned</source>
        <translation>Anzahl der zugewiesenen ganzen Geräte</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>In use while the VM runs, else what it starts with</source>
        <translation>Verwendeter Arbeitsspeicher, während die VM ausgeführt wird, sonst Arbeitsspeicher beim Start</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>What speaks for or against this virtual machine</source>
        <translation>Was für oder gegen diese VM spricht</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Computer</translation>
    </message>
    <message>
        <source>Choose the virtual machine</source>
        <translation>VM auswählen</translation>
    </message>
    <message>
        <source>Virtual machines on %1</source>
        <translation>VMs auf %1</translation>
    </message>
    <message>
        <source>%1 cannot be chosen: %2</source>
        <translation>%1 kann nicht ausgewählt werden: %2</translation>
    </message>
    <message>
        <source>Choose a virtual machine.</source>
        <translation>Wählen Sie eine VM aus.</translation>
    </message>
    <message>
        <source>There are no virtual machines on this server.</source>
        <translation>Auf diesem Server sind keine virtuellen Computer vorhanden.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PartitionChoices</name>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>Its partitions have another size</source>
        <translation>Partitionen haben eine andere Größe</translation>
    </message>
    <message>
        <source>No free partition</source>
        <translation>Keine freie Partition</translation>
    </message>
    <message>
        <source>Partition count not reported</source>
        <translation>Partitionsanzahl nicht gemeldet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Only possible for partitions whose size is reported</source>
        <translation>Nur für Partitionen mit gemeldeter Größe möglich</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The server takes a GPU with a free partition when the VM starts.</source>
        <translation>Der Server wählt beim Start der VM eine GPU mit einer freien Partition aus.</translation>
    </message>
    <message>
        <source>The server chooses</source>
        <translation>Der Server wählt aus</translation>
    </message>
    <message>
        <source>Size not reported</source>
        <translation>Größe nicht gemeldet</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n free)</source>
        <comment>size of a partition</comment>
        <translation>
            <numerusform>%1 (%n frei)</numerusform>
            <numerusform>%1 (%n frei)</numerusform>
        </translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Steckplatz</translation>
    </message>
    <message>
        <source>Where the card is plugged in</source>
        <translation>Wo die Karte eingesteckt ist</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>VRAM</translation>
    </message>
    <message>
        <source>Of each partition</source>
        <translation>Pro Partition</translation>
    </message>
    <message>
        <source>Free partitions</source>
        <translation>Freie Partitionen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Instance path</source>
        <translation>Instanzpfad</translation>
    </message>
    <message>
        <source>Each VM gets its partition from the GPU with the most free ones of this size.</source>
        <translation>Jede VM erhält ihre Partition von der GPU mit den meisten freien dieser Größe.</translation>
    </message>
    <message>
        <source>The GPU with the most free partitions</source>
        <translation>Die GPU mit den meisten freien Partitionen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PartitionCountDialog</name>
    <message>
        <source>Configure partition count on GPUs</source>
        <translation>Partitionsanzahl auf GPUs konfigurieren</translation>
    </message>
    <message>
        <source>Configure partition count</source>
        <translation>Partitionsanzahl konfigurieren</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PartitionCountPage</name>
    <message>
        <source>%1 (now)</source>
        <translation>%1 (aktuell)</translation>
    </message>
    <message numerus="yes">
        <source>%1 (now on %2 of %n GPU(s))</source>
        <translation>
            <numerusform>%1 (aktuell auf %2 von %n GPU)</numerusform>
            <numerusform>%1 (aktuell auf %2 von %n GPUs)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Set of equal GPUs</source>
        <translation>&amp;Gruppe gleicher GPUs</translation>
    </message>
    <message>
        <source>Servers and their GPUs</source>
        <translation>Server und ihre GPUs</translation>
    </message>
    <message>
        <source>&amp;Number of Partitions</source>
        <translation>A&amp;nzahl der Partitionen</translation>
    </message>
    <message>
        <source>Number of Partitions</source>
        <translation>Anzahl der Partitionen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Configure partition count on GPUs</source>
        <translation>Partitionsanzahl auf GPUs konfigurieren</translation>
    </message>
    <message>
        <source>Select GPUs of the same size, manufacturer and model, then the number of partitions for each.</source>
        <translation>Wählen Sie GPUs mit derselben Größe, demselben Hersteller und demselben Modell aus und dann die Anzahl der Partitionen für jede GPU.</translation>
    </message>
    <message>
        <source>There are no servers.</source>
        <translation>Es sind keine Server vorhanden.</translation>
    </message>
    <message>
        <source>Select GPUs first.</source>
        <translation>Wählen Sie zuerst GPUs aus.</translation>
    </message>
    <message>
        <source>The errors above must be dealt with first.</source>
        <translation>Zuerst müssen die oben genannten Fehler behoben werden.</translation>
    </message>
    <message>
        <source>Choose the number of partitions.</source>
        <translation>Wählen Sie die Anzahl der Partitionen aus.</translation>
    </message>
    <message>
        <source>The selected GPUs already have this number of partitions.</source>
        <translation>Die ausgewählten GPUs haben bereits diese Anzahl von Partitionen.</translation>
    </message>
    <message>
        <source>Choose a set…</source>
        <translation>Gruppe auswählen…</translation>
    </message>
    <message>
        <source>Own selection</source>
        <translation>Eigene Auswahl</translation>
    </message>
    <message>
        <source>The counts that the manufacturer offers for the selected GPUs</source>
        <translation>Die Anzahlen, die der Hersteller für die ausgewählten GPUs anbietet</translation>
    </message>
    <message>
        <source>There is no count that all selected GPUs offer.</source>
        <translation>Es gibt keine Anzahl, die alle ausgewählten GPUs anbieten.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PartitionDetails</name>
    <message>
        <source>resolved at start</source>
        <translation>wird beim Start festgelegt</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>in use by a running virtual machine</source>
        <translation>von einer laufenden VM verwendet</translation>
    </message>
    <message>
        <source>assigned; which partition it is, is decided when the virtual machine starts</source>
        <translation>zugewiesen; welche Partition es ist, wird beim Start der VM festgelegt</translation>
    </message>
    <message>
        <source>assigned beyond the partition count; the virtual machine will not start</source>
        <translation>über die Partitionsanzahl hinaus zugewiesen; die VM wird nicht starten</translation>
    </message>
    <message>
        <source>The usual share of a partition of this GPU. The real value is known once a virtual machine with this partition runs.</source>
        <translation>Der übliche Anteil einer Partition dieser GPU. Der tatsächliche Wert ist bekannt, sobald eine VM mit dieser Partition ausgeführt wird.</translation>
    </message>
    <message>
        <source>Partition ID</source>
        <translation>Partitions-ID</translation>
    </message>
    <message>
        <source>VM ID</source>
        <translation>VM-ID</translation>
    </message>
    <message>
        <source>none: free</source>
        <translation>keine (frei)</translation>
    </message>
    <message>
        <source>Instance path</source>
        <translation>Instanzpfad</translation>
    </message>
    <message>
        <source>Partition VRAM</source>
        <translation>VRAM der Partition</translation>
    </message>
    <message>
        <source>Partition encode</source>
        <translation>Encoder der Partition</translation>
    </message>
    <message>
        <source>Partition decode</source>
        <translation>Decoder der Partition</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Zuweisung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtueller Computer</translation>
    </message>
    <message>
        <source>Power state</source>
        <translation>Betriebszustand</translation>
    </message>
    <message>
        <source>GPU chosen by</source>
        <translation>GPU ausgewählt durch</translation>
    </message>
    <message>
        <source>the host, when the virtual machine starts</source>
        <translation>den Host beim Start der VM</translation>
    </message>
    <message>
        <source>the assignment</source>
        <translation>die Zuweisung</translation>
    </message>
    <message>
        <source>Can be live-migrated</source>
        <translation>Livemigration möglich</translation>
    </message>
    <message>
        <source>Reported by Windows Server 2025 (build 26100) and later.</source>
        <translation>Wird ab Windows Server 2025 (Build 26100) gemeldet.</translation>
    </message>
    <message>
        <source>Virtual function LUID</source>
        <translation>LUID der virtuellen Funktion</translation>
    </message>
    <message>
        <source>Adapter ID</source>
        <translation>Adapter-ID</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Partition %1</source>
        <translation>Partition %1</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Partition of %1 on %2</source>
        <translation>Partition von %1 auf %2</translation>
    </message>
    <message>
        <source>in use, but not reported</source>
        <translation>belegt, aber nicht gemeldet</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PartitionPage</name>
    <message>
        <source>&amp;VRAM of each partition:</source>
        <translation>&amp;VRAM pro Partition:</translation>
    </message>
    <message>
        <source>&amp;GPU:</source>
        <translation>&amp;GPU:</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>&amp;Configure offline action for force shutdown</source>
        <translation>Offlineaktion für erzwungenes Herunterfahren &amp;konfigurieren</translation>
    </message>
    <message>
        <source>The sizes that the GPUs of this server are configured to</source>
        <translation>Die Größen, für die die GPUs dieses Servers konfiguriert sind</translation>
    </message>
    <message>
        <source>Choose the partition</source>
        <translation>Partition auswählen</translation>
    </message>
    <message>
        <source>Offline action</source>
        <translation>Offlineaktion</translation>
    </message>
    <message>
        <source>GPUs of %1 as they are configured now</source>
        <translation>GPUs von %1 in der aktuellen Konfiguration</translation>
    </message>
    <message>
        <source>Choose a GPU with free partitions.</source>
        <translation>Wählen Sie eine GPU mit freien Partitionen aus.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n VMs)</source>
        <comment>an offline action</comment>
        <translation>
            <numerusform>%1 (%n VM)</numerusform>
            <numerusform>%1 (%n VMs)</numerusform>
        </translation>
    </message>
    <message>
        <source>When the cluster takes such a VM offline, for example because its server fails or is drained, it is shut down by force instead of being saved: a VM with a GPU partition cannot be saved. It is recommended if the VM is to fail over. The value found is recorded, so that it can be put back. Now: %1</source>
        <translation>Schaltet der Cluster eine solche VM offline, beispielsweise weil ihr Server ausfällt oder ausgeglichen wird, wird sie erzwungen heruntergefahren statt gespeichert: Eine VM mit einer GPU-Partition kann nicht gespeichert werden. Dies wird empfohlen, wenn für die VM ein Failover möglich sein soll. Der vorherige Wert wird aufgezeichnet, damit er wiederhergestellt werden kann. Derzeit: %1</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PartitionTreeModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtueller Computer</translation>
    </message>
    <message>
        <source>The VM a partition is assigned to</source>
        <translation>Die VM, der eine Partition zugewiesen ist</translation>
    </message>
    <message>
        <source>VM state</source>
        <translation>VM-Zustand</translation>
    </message>
    <message>
        <source>Partition count</source>
        <translation>Partitionsanzahl</translation>
    </message>
    <message>
        <source>Number of partitions the GPU is divided into</source>
        <translation>Anzahl der Partitionen, in die die GPU aufgeteilt ist</translation>
    </message>
    <message>
        <source>Occupancy</source>
        <translation>Belegung</translation>
    </message>
    <message>
        <source>Each partition with the VM on it</source>
        <translation>Jede Partition mit der zugehörigen VM</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>VRAM</translation>
    </message>
    <message>
        <source>GPU: available VRAM. Partition: its VRAM; ≈ = expected, known when the VM runs</source>
        <translation>GPU: verfügbarer VRAM. Partition: ihr VRAM; ≈ = erwartet, bekannt, wenn die VM ausgeführt wird</translation>
    </message>
    <message>
        <source>Encode</source>
        <translation>Codierung</translation>
    </message>
    <message>
        <source>Video encoder capacity in 540p60 blocks</source>
        <translation>Kapazität des Videoencoders in 540p60-Blöcken</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>Decodierung</translation>
    </message>
    <message>
        <source>Video decoder capacity in 540p60 blocks</source>
        <translation>Kapazität des Videodecoders in 540p60-Blöcken</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechenleistung</translation>
    </message>
    <message>
        <source>Compute capacity in GFLOPS (fp16)</source>
        <translation>Rechenkapazität in GFLOPS (fp16)</translation>
    </message>
    <message>
        <source>Partition ID</source>
        <translation>Partitions-ID</translation>
    </message>
    <message>
        <source>Known while the VM runs</source>
        <translation>Bekannt, während die VM ausgeführt wird</translation>
    </message>
    <message>
        <source>VM ID</source>
        <translation>VM-ID</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Steckplatz</translation>
    </message>
    <message>
        <source>PCI slot; tells identical cards apart</source>
        <translation>PCI-Steckplatz; unterscheidet baugleiche Karten</translation>
    </message>
    <message>
        <source>GPU ID</source>
        <translation>GPU-ID</translation>
    </message>
    <message>
        <source>Device interface path</source>
        <translation>Pfad der Geräteschnittstelle</translation>
    </message>
    <message>
        <source>Adapter ID</source>
        <translation>Adapter-ID</translation>
    </message>
    <message>
        <source>Identity of the assignment</source>
        <translation>Bezeichner der Zuweisung</translation>
    </message>
    <message>
        <source>Partitionable GPUs could not be read</source>
        <translation>Partitionierbare GPUs konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>No partitionable GPUs</source>
        <translation>Keine partitionierbaren GPUs</translation>
    </message>
    <message>
        <source>Assigned, GPU chosen when the VM starts</source>
        <translation>Zugewiesen, GPU wird beim Start der VM ausgewählt</translation>
    </message>
    <message>
        <source>Assigned, GPU not found</source>
        <translation>Zugewiesen, GPU nicht gefunden</translation>
    </message>
    <message>
        <source>Over-committed</source>
        <translation>Überbelegt</translation>
    </message>
    <message>
        <source>Resolved at start</source>
        <translation>Wird beim Start festgelegt</translation>
    </message>
    <message>
        <source>Partition %1</source>
        <translation>Partition %1</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>(free)</source>
        <translation>(frei)</translation>
    </message>
    <message>
        <source>resolved at start</source>
        <translation>wird beim Start festgelegt</translation>
    </message>
    <message>
        <source>No GPU is named in this assignment; the server picks one when the VM starts.</source>
        <translation>In dieser Zuweisung ist keine GPU angegeben; der Server wählt beim Start der VM eine aus.</translation>
    </message>
    <message>
        <source>The assignment names a GPU that the server no longer has: %1</source>
        <translation>Die Zuweisung verweist auf eine GPU, die auf dem Server nicht mehr vorhanden ist: %1</translation>
    </message>
    <message>
        <source>Expected at the current partition count; the actual figure is known while the VM runs.</source>
        <translation>Erwarteter Wert bei der aktuellen Partitionsanzahl; der tatsächliche Wert ist bekannt, während die VM ausgeführt wird.</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>Server %1, %2</source>
        <translation>Server %1, %2</translation>
    </message>
    <message>
        <source>(could not be read)</source>
        <translation>(nicht lesbar)</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PlanTableModel</name>
    <message>
        <source>none</source>
        <comment>no partition</comment>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n partition(s)</source>
        <translation>
            <numerusform>%n Partition</numerusform>
            <numerusform>%n Partitionen</numerusform>
        </translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht gemeldet</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>none</source>
        <comment>downtime</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>GPU or virtual machine</source>
        <translation>GPU oder VM</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Vorher → nachher</translation>
    </message>
    <message>
        <source>Downtime</source>
        <translation>Ausfallzeit</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no GPU pool</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>GPU pool</source>
        <translation>GPU-Pool</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>auf dem Server</translation>
    </message>
    <message>
        <source>dismounted</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>disabled</source>
        <comment>GPU</comment>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>enabled</source>
        <comment>GPU</comment>
        <translation>aktiviert</translation>
    </message>
    <message numerus="yes">
        <source>+%n device(s)</source>
        <comment>given to a virtual machine</comment>
        <translation>
            <numerusform>+%n Gerät</numerusform>
            <numerusform>+%n Geräte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>−%n device(s)</source>
        <comment>taken from a virtual machine</comment>
        <translation>
            <numerusform>−%n Gerät</numerusform>
            <numerusform>−%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>settings</source>
        <comment>of a virtual machine</comment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>at most %1, and until you answer</source>
        <translation>höchstens %1 und bis zu Ihrer Antwort</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PlanView</name>
    <message>
        <source>What the plan does</source>
        <translation>Was der Plan bewirkt</translation>
    </message>
    <message>
        <source>&amp;Steps</source>
        <translation>&amp;Schritte</translation>
    </message>
    <message>
        <source>Save &amp;plan…</source>
        <translation>P&amp;lan speichern…</translation>
    </message>
    <message>
        <source>Saves the plan as JSON, for review or for “hvgpu apply”</source>
        <translation>Speichert den Plan als JSON, zur Prüfung oder für „hvgpu apply“</translation>
    </message>
    <message>
        <source>Nothing would be changed.</source>
        <translation>Es würde nichts geändert.</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <source>PowerS&amp;hell</source>
        <translation>&amp;PowerShell</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PoolDetails</name>
    <message>
        <source>%1, which is no GPU</source>
        <translation>%1, keine GPU</translation>
    </message>
    <message>
        <source>Not in a pool</source>
        <translation>Nicht in einem Pool</translation>
    </message>
    <message>
        <source>Dismounted GPUs of %1</source>
        <translation>Getrennte GPUs von %1</translation>
    </message>
    <message>
        <source>GPU pool on %1</source>
        <translation>GPU-Pool auf %1</translation>
    </message>
    <message>
        <source>GPU pool</source>
        <translation>GPU-Pool</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Assigned VMs</source>
        <translation>Zugewiesene VMs</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Pool ID</source>
        <translation>Pool-ID</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PoolNamePage</name>
    <message>
        <source>GPU pool</source>
        <translation>GPU-Pool</translation>
    </message>
    <message>
        <source>&amp;GPU pool:</source>
        <translation>&amp;GPU-Pool:</translation>
    </message>
    <message>
        <source>New GPU pool</source>
        <translation>Neuer GPU-Pool</translation>
    </message>
    <message>
        <source>Give it the same name on every server of the cluster: a virtual machine gets its GPU from the pool of that name, wherever it runs.</source>
        <translation>Geben Sie ihm auf jedem Server des Clusters den gleichen Namen: Eine VM erhält ihre GPU aus dem Pool dieses Namens, wo immer sie ausgeführt wird.</translation>
    </message>
    <message>
        <source>Give the pool a name.</source>
        <translation>Geben Sie dem Pool einen Namen.</translation>
    </message>
    <message>
        <source>The name must not begin or end with a space.</source>
        <translation>Der Name darf nicht mit einem Leerzeichen beginnen oder enden.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <comment>pool, servers</comment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>These servers have no GPU pool yet.</source>
        <translation>Diese Server haben noch keinen GPU-Pool.</translation>
    </message>
    <message>
        <source>Pools there are: %1</source>
        <translation>Vorhandene Pools: %1</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PoolPage</name>
    <message>
        <source>It holds no GPU</source>
        <translation>Er enthält keine GPU</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>GPU pool</source>
        <translation>GPU-Pool</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Free GPUs</source>
        <translation>Freie GPUs</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>GPU pools</source>
        <translation>GPU-Pools</translation>
    </message>
    <message>
        <source>Number of GPUs</source>
        <translation>Anzahl der GPUs</translation>
    </message>
    <message>
        <source>Number of GP&amp;Us for the virtual machine:</source>
        <translation>Anzahl der GP&amp;Us für die VM:</translation>
    </message>
    <message>
        <source>These servers have no GPU pool. Create one first.</source>
        <translation>Diese Server haben keinen GPU-Pool. Erstellen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>Choose the GPU pool</source>
        <translation>GPU-Pool auswählen</translation>
    </message>
    <message>
        <source>The virtual machine gets whichever GPU of the pool is free where it starts.</source>
        <translation>Die VM erhält die GPU des Pools, die dort frei ist, wo sie startet.</translation>
    </message>
    <message>
        <source>%1 cannot be chosen: %2</source>
        <translation>%1 kann nicht ausgewählt werden: %2</translation>
    </message>
    <message>
        <source>Choose a GPU pool.</source>
        <translation>Wählen Sie einen GPU-Pool aus.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PoolTreeModel</name>
    <message>
        <source>GPU pools could not be read</source>
        <translation>GPU-Pools konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>No GPU pool, no dismounted GPU</source>
        <translation>Kein GPU-Pool, keine getrennte GPU</translation>
    </message>
    <message>
        <source>Not in a pool</source>
        <translation>Nicht in einem Pool</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>Waits for a device</source>
        <translation>Wartet auf ein Gerät</translation>
    </message>
    <message>
        <source>Device that is no GPU</source>
        <translation>Gerät, das keine GPU ist</translation>
    </message>
    <message>
        <source>(free)</source>
        <translation>(frei)</translation>
    </message>
    <message>
        <source>Gets one when it starts</source>
        <translation>Erhält beim Start eines</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
    <message>
        <source>Available (Not assigned)</source>
        <translation>Verfügbar (nicht zugewiesen)</translation>
    </message>
    <message>
        <source>Dismounted, not offered by Hyper-V</source>
        <translation>Getrennt, von Hyper-V nicht angeboten</translation>
    </message>
    <message>
        <source>GPUs taken from the server, ready to be assigned to one of its virtual machines or to be put into a pool</source>
        <translation>Vom Server getrennte GPUs, die einer seiner VMs zugewiesen oder in einen Pool gelegt werden können</translation>
    </message>
    <message>
        <source>The virtual machine has a place in this pool and gets whichever device is free when it starts.</source>
        <translation>Die VM hat einen Platz in diesem Pool und erhält beim Start das Gerät, das frei ist.</translation>
    </message>
    <message>
        <source>Windows tells the memory ranges of started devices only; this one was not started while it was watched.</source>
        <translation>Windows nennt nur die Speicherbereiche gestarteter Geräte; dieses war nicht gestartet, solange es beobachtet wurde.</translation>
    </message>
    <message>
        <source>As read while the device was still started</source>
        <translation>Wie gelesen, als das Gerät noch gestartet war</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Server %1</translation>
    </message>
    <message>
        <source>Server %1, %2</source>
        <translation>Server %1, %2</translation>
    </message>
    <message>
        <source>GPU pool %1</source>
        <translation>GPU-Pool %1</translation>
    </message>
    <message>
        <source>GPU pool %1, %2</source>
        <translation>GPU-Pool %1, %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtueller Computer</translation>
    </message>
    <message>
        <source>The VM that has the device</source>
        <translation>Die VM, der das Gerät gehört</translation>
    </message>
    <message>
        <source>VM state</source>
        <translation>VM-Zustand</translation>
    </message>
    <message>
        <source>Assignment status</source>
        <translation>Zuweisungsstatus</translation>
    </message>
    <message>
        <source>Whether a virtual machine has the device</source>
        <translation>Ob das Gerät einer VM gehört</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>How many devices of the pool are free</source>
        <translation>Wie viele Geräte des Pools frei sind</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>What keeps virtual machines from running on every server of the cluster</source>
        <translation>Was VMs daran hindert, auf jedem Server des Clusters ausgeführt zu werden</translation>
    </message>
    <message>
        <source>MMIO space</source>
        <translation>MMIO-Bereich</translation>
    </message>
    <message>
        <source>What a virtual machine needs for this device alone</source>
        <translation>Was eine VM allein für dieses Gerät benötigt</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Steckplatz</translation>
    </message>
    <message>
        <source>PCI slot; tells identical cards apart</source>
        <translation>PCI-Steckplatz; unterscheidet baugleiche Karten</translation>
    </message>
    <message>
        <source>Instance path</source>
        <translation>Instanzpfad</translation>
    </message>
    <message>
        <source>VM ID</source>
        <translation>VM-ID</translation>
    </message>
    <message>
        <source>This server has no pool of this name: virtual machines that need it cannot start here</source>
        <translation>Dieser Server hat keinen Pool dieses Namens: VMs, die ihn benötigen, können hier nicht starten</translation>
    </message>
    <message>
        <source>Not on %1</source>
        <translation>Nicht auf %1</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PowerPage</name>
    <message>
        <source> seconds</source>
        <translation> Sekunden</translation>
    </message>
    <message>
        <source>Time limit for shutting down</source>
        <translation>Zeitlimit für das Herunterfahren</translation>
    </message>
    <message>
        <source>%1 (time limit: %2)</source>
        <translation>%1 (Zeitlimit: %2)</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtueller Computer</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Vorgehen</translation>
    </message>
    <message>
        <source>Running virtual machines</source>
        <translation>Laufende VMs</translation>
    </message>
    <message>
        <source>Save your work in these virtual machines first. Whatever a guest has not saved is lost when its virtual machine is turned off; shutting down leaves it to the guest.</source>
        <translation>Speichern Sie zuerst Ihre Daten in diesen VMs. Was ein Gast nicht gespeichert hat, geht beim Ausschalten der VM verloren; beim Herunterfahren entscheidet der Gast.</translation>
    </message>
    <message>
        <source>&amp;Time limit for shutting down:</source>
        <translation>Zeitlimit für das &amp;Herunterfahren:</translation>
    </message>
    <message>
        <source>&amp;For the virtual machine selected in the list:</source>
        <translation>&amp;Für die in der Liste ausgewählte VM:</translation>
    </message>
    <message>
        <source>As for all</source>
        <translation>Wie für alle</translation>
    </message>
    <message numerus="yes">
        <source>%n selected virtual machines must be off while the partition is assigned, and will be started again afterwards.</source>
        <translation>
            <numerusform>%n ausgewählte VM muss während der Zuweisung der Partition aus sein und wird danach wieder gestartet.</numerusform>
            <numerusform>%n ausgewählte VMs müssen während der Zuweisung der Partition aus sein und werden danach wieder gestartet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected virtual machines must be off while the partition is unassigned, and will be started again afterwards.</source>
        <translation>
            <numerusform>%n ausgewählte VM muss beim Aufheben der Zuweisung aus sein und wird danach wieder gestartet.</numerusform>
            <numerusform>%n ausgewählte VMs müssen beim Aufheben der Zuweisung aus sein und werden danach wieder gestartet.</numerusform>
        </translation>
    </message>
    <message>
        <source>As for all: %1</source>
        <translation>Wie für alle: %1</translation>
    </message>
    <message>
        <source>Select a virtual machine in the list first.</source>
        <translation>Wählen Sie zuerst eine VM in der Liste aus.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected virtual machines must be off while the GPU is assigned, and will be started again afterwards.</source>
        <translation>
            <numerusform>%n ausgewählte VM muss aus sein, während die GPU zugewiesen wird, und wird danach wieder gestartet.</numerusform>
            <numerusform>%n ausgewählte VMs müssen aus sein, während die GPU zugewiesen wird, und werden danach wieder gestartet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected virtual machines must be off while the GPU is taken away, and will be started again afterwards.</source>
        <translation>
            <numerusform>%n ausgewählte VM muss aus sein, während die GPU entfernt wird, und wird danach wieder gestartet.</numerusform>
            <numerusform>%n ausgewählte VMs müssen aus sein, während die GPU entfernt wird, und werden danach wieder gestartet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected virtual machines must be off while their settings are changed, and will be started again afterwards.</source>
        <translation>
            <numerusform>%n ausgewählte VM muss aus sein, während ihre Einstellungen geändert werden, und wird danach wieder gestartet.</numerusform>
            <numerusform>%n ausgewählte VMs müssen aus sein, während ihre Einstellungen geändert werden, und werden danach wieder gestartet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::Prechecks</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ProgressModel</name>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Wird ausgeführt</translation>
    </message>
    <message>
        <source>Being put back</source>
        <translation>Wird zurückgesetzt</translation>
    </message>
    <message>
        <source>Restores what was there before</source>
        <translation>Stellt den vorherigen Zustand wieder her</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>Wartet auf eine Antwort</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>GPU or virtual machine</source>
        <translation>GPU oder VM</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Step or reason</source>
        <translation>Schritt oder Grund</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ProgressView</name>
    <message>
        <source>Targets and how they go</source>
        <translation>Ziele und ihr Fortschritt</translation>
    </message>
    <message>
        <source>Overall progress</source>
        <translation>Gesamtfortschritt</translation>
    </message>
    <message>
        <source>C&amp;ancel work</source>
        <translation>Vorgang &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Retry failed…</source>
        <translation>&amp;Wiederholen…</translation>
    </message>
    <message>
        <source>&amp;Put back…</source>
        <translation>&amp;Zurücksetzen…</translation>
    </message>
    <message>
        <source>Not in read-only mode.</source>
        <translation>Nicht im schreibgeschützten Modus.</translation>
    </message>
    <message>
        <source>Putting back cannot be cancelled.</source>
        <translation>Das Zurücksetzen kann nicht abgebrochen werden.</translation>
    </message>
    <message>
        <source>Cancelling: what was begun is being put back.</source>
        <translation>Wird abgebrochen: Begonnenes wird zurückgesetzt.</translation>
    </message>
    <message>
        <source>Cancelling stops before the next step of each target; what was begun is put back.</source>
        <translation>Beim Abbrechen wird vor dem nächsten Schritt jedes Ziels angehalten; Begonnenes wird zurückgesetzt.</translation>
    </message>
    <message>
        <source>&amp;Finish the rest…</source>
        <translation>&amp;Rest fertigstellen…</translation>
    </message>
    <message>
        <source>&amp;Put back the done ones…</source>
        <translation>&amp;Erledigte zurücksetzen…</translation>
    </message>
    <message>
        <source>Only a part is done.</source>
        <translation>Nur ein Teil ist erledigt.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::PutBackQuestion</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>lines of a list</comment>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Bring everything back to how it was before this change?</source>
        <translation>Alles in den Zustand vor dieser Änderung zurückversetzen?</translation>
    </message>
    <message>
        <source>Nothing of it is left to put back.</source>
        <translation>Es ist nichts mehr davon zurückzusetzen.</translation>
    </message>
    <message>
        <source>Putting back cannot be cancelled.</source>
        <translation>Das Zurücksetzen kann nicht abgebrochen werden.</translation>
    </message>
    <message>
        <source>&amp;Put back</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::RememberBox</name>
    <message>
        <source>Re&amp;member the password</source>
        <translation>Kennwort &amp;merken</translation>
    </message>
    <message>
        <source>There is no keychain here: the password is kept in memory until the program is closed.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Das Kennwort wird im Arbeitsspeicher behalten, bis das Programm geschlossen wird.</translation>
    </message>
    <message>
        <source>No password is needed.</source>
        <translation>Es wird kein Kennwort benötigt.</translation>
    </message>
    <message>
        <source>Kept by Windows in the Credential Manager, for your account only</source>
        <translation>Von Windows in der Anmeldeinformationsverwaltung gespeichert, nur für Ihr Konto</translation>
    </message>
    <message>
        <source>Kept in the keychain of your desktop (Secret Service or KWallet), never in a file</source>
        <translation>Im Schlüsselbund Ihres Desktops (Secret Service oder KWallet) gespeichert, nie in einer Datei</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::RemoveServerDialog</name>
    <message>
        <source>Remove server</source>
        <translation>Server entfernen</translation>
    </message>
    <message>
        <source>Remove the cluster %1 from the list?</source>
        <translation>Möchten Sie den Cluster %1 aus der Liste entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>Its %n node(s) leave the list as well. Nothing is changed on the servers, and the cluster can be added again at any time.</source>
        <translation>
            <numerusform>Der %n Knoten des Clusters wird ebenfalls aus der Liste entfernt. Auf den Servern wird nichts geändert, und der Cluster kann jederzeit wieder hinzugefügt werden.</numerusform>
            <numerusform>Die %n Knoten des Clusters werden ebenfalls aus der Liste entfernt. Auf den Servern wird nichts geändert, und der Cluster kann jederzeit wieder hinzugefügt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the server %1 from the list?</source>
        <translation>Möchten Sie den Server %1 aus der Liste entfernen?</translation>
    </message>
    <message>
        <source>Nothing is changed on the server, and it can be added again at any time.</source>
        <translation>Auf dem Server wird nichts geändert, und er kann jederzeit wieder hinzugefügt werden.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Do not ask again</source>
        <translation>&amp;Nicht mehr nachfragen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::RequirementsPage</name>
    <message>
        <source>Require the maker&apos;s &amp;mitigation driver</source>
        <translation>&amp;Schutztreiber des Herstellers verlangen</translation>
    </message>
    <message>
        <source>Require &amp;access control services on the way to the device (ACS)</source>
        <translation>Zugriffssteuerungsdienste (&amp;ACS) auf dem Weg zum Gerät verlangen</translation>
    </message>
    <message>
        <source>A driver of the device&apos;s maker, installed on the server, keeps the device within bounds that it could leave under the control of a hostile guest. Many makers have none; then the server refuses the device unless this is taken away, and the guest has to be trusted.</source>
        <translation>Ein auf dem Server installierter Treiber des Geräteherstellers hält das Gerät in Grenzen, die es unter der Kontrolle eines feindlichen Gasts verlassen könnte. Viele Hersteller haben keinen; dann lehnt der Server das Gerät ab, solange dies verlangt wird, und dem Gast muss vertraut werden, wenn darauf verzichtet wird.</translation>
    </message>
    <message>
        <source>The switches between processor and device keep its traffic from reaching other devices directly. Without them a guest could read or write what other devices exchange.</source>
        <translation>Die Switches zwischen Prozessor und Gerät verhindern, dass sein Datenverkehr andere Geräte direkt erreicht. Ohne sie könnte ein Gast lesen oder schreiben, was andere Geräte austauschen.</translation>
    </message>
    <message>
        <source>What must hold for the GPU to be taken</source>
        <translation>Was gelten muss, damit die GPU getrennt wird</translation>
    </message>
    <message>
        <source>The server checks both before it gives the device away. Leave them on unless it refuses.</source>
        <translation>Der Server prüft beides, bevor er das Gerät abgibt. Lassen Sie beides eingeschaltet, sofern er nicht ablehnt.</translation>
    </message>
    <message>
        <source>The device is taken by force, as Dismount-VMHostAssignableDevice -Force does it: nothing keeps a hostile guest from the server. Use it for guests you trust.</source>
        <translation>Das Gerät wird erzwungen getrennt, wie es Dismount-VMHostAssignableDevice -Force tut: Nichts hält einen feindlichen Gast vom Server fern. Nur für Gäste verwenden, denen Sie vertrauen.</translation>
    </message>
    <message>
        <source>The device is taken without a mitigation driver. Use it for guests you trust.</source>
        <translation>Das Gerät wird ohne Schutztreiber getrennt. Nur für Gäste verwenden, denen Sie vertrauen.</translation>
    </message>
    <message>
        <source>The device is taken although its traffic may reach other devices. Use it for guests you trust.</source>
        <translation>Das Gerät wird getrennt, obwohl sein Datenverkehr andere Geräte erreichen kann. Nur für Gäste verwenden, denen Sie vertrauen.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ReturnPage</name>
    <message>
        <source>one of the pool %1</source>
        <translation>eines des Pools %1</translation>
    </message>
    <message>
        <source>Virtual machine</source>
        <translation>Virtueller Computer</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Virtual machines with whole devices</source>
        <translation>VMs mit ganzen Geräten</translation>
    </message>
    <message>
        <source>Put the &amp;settings of the virtual machine back as they were</source>
        <translation>Die &amp;Einstellungen der VM zurücksetzen, wie sie waren</translation>
    </message>
    <message>
        <source>No virtual machine has a whole device.</source>
        <translation>Keine VM hat ein ganzes Gerät.</translation>
    </message>
    <message>
        <source>&amp;Give the devices back to the server</source>
        <translation>&amp;Die Geräte dem Server zurückgeben</translation>
    </message>
    <message>
        <source>&amp;Leave them dismounted, ready for another virtual machine</source>
        <translation>&amp;Getrennt lassen, für eine andere VM bereit</translation>
    </message>
    <message>
        <source>Return the GPU</source>
        <translation>GPU zurückgeben</translation>
    </message>
    <message>
        <source>The virtual machine loses the whole device.</source>
        <translation>Die VM verliert das ganze Gerät.</translation>
    </message>
    <message>
        <source>Choose a virtual machine.</source>
        <translation>Wählen Sie eine VM aus.</translation>
    </message>
    <message>
        <source>This virtual machine has no whole device any more.</source>
        <translation>Diese VM hat kein ganzes Gerät mehr.</translation>
    </message>
    <message>
        <source>%1 on %2 has %3.</source>
        <comment>virtual machine, server, devices</comment>
        <translation>%1 auf %2 hat %3.</translation>
    </message>
    <message>
        <source>No record of what they were: the device was not assigned with this program. They stay as they are.</source>
        <translation>Keine Aufzeichnung, wie sie waren: Das Gerät wurde nicht mit diesem Programm zugewiesen. Sie bleiben unverändert.</translation>
    </message>
    <message>
        <source>They were recorded when the device was assigned.</source>
        <translation>Sie wurden bei der Zuweisung des Geräts aufgezeichnet.</translation>
    </message>
    <message>
        <source>&amp;Verify that the server can partition them then</source>
        <translation>Danach &amp;prüfen, ob der Server sie partitionieren kann</translation>
    </message>
    <message>
        <source>For GPUs that are to be partitioned from now on. If the server&apos;s driver cannot, everything is put back as it is now.</source>
        <translation>Für GPUs, die ab jetzt partitioniert werden sollen. Kann es der Treiber des Servers nicht, wird der jetzige Zustand wiederhergestellt.</translation>
    </message>
    <message>
        <source>No virtual machine takes a GPU from a pool.</source>
        <translation>Keine VM erhält eine GPU aus einem Pool.</translation>
    </message>
    <message>
        <source>Unassign from the GPU pool</source>
        <translation>Zuweisung zum GPU-Pool aufheben</translation>
    </message>
    <message>
        <source>The virtual machine gets no GPU from the pool any more; what it has now stays in the pool.</source>
        <translation>Die VM erhält keine GPU mehr aus dem Pool; was sie jetzt hat, bleibt im Pool.</translation>
    </message>
    <message>
        <source>This virtual machine takes no GPU from a pool any more.</source>
        <translation>Diese VM erhält keine GPU mehr aus einem Pool.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ReviewWizard</name>
    <message>
        <source>Configure partition count</source>
        <translation>Partitionsanzahl konfigurieren</translation>
    </message>
    <message>
        <source>Assign partition</source>
        <translation>Partition zuweisen</translation>
    </message>
    <message>
        <source>Unassign partition</source>
        <translation>Zuweisung aufheben</translation>
    </message>
    <message>
        <source>Assign device</source>
        <translation>Gerät zuweisen</translation>
    </message>
    <message>
        <source>Remove device</source>
        <translation>Gerät entfernen</translation>
    </message>
    <message>
        <source>Dismount</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Mount</source>
        <translation>Einbinden</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Create GPU pool</source>
        <translation>GPU-Pool erstellen</translation>
    </message>
    <message>
        <source>Delete GPU pool</source>
        <translation>GPU-Pool löschen</translation>
    </message>
    <message>
        <source>Assign VM to GPU pool</source>
        <translation>VM dem GPU-Pool zuweisen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::SaveText</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ScriptView</name>
    <message>
        <source>PowerShell that does the same</source>
        <translation>Entsprechende PowerShell-Befehle</translation>
    </message>
    <message>
        <source>The same in PowerShell, for reading and for run books. This program does not run it.</source>
        <translation>Dasselbe in PowerShell, zum Nachlesen und für Runbooks. Dieses Programm führt es nicht aus.</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Sa&amp;ve…</source>
        <translation>Spei&amp;chern…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>PowerShell scripts (*.ps1)</source>
        <translation>PowerShell-Skripts (*.ps1)</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::SearchBox</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Shows only rows that contain every word, in any column</source>
        <translation>Zeigt nur Zeilen an, die alle Wörter in beliebigen Spalten enthalten</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche löschen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ServerChoices</name>
    <message>
        <source>The cluster node is down</source>
        <translation>Der Clusterknoten ist ausgefallen</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Nicht gelesen: %1</translation>
    </message>
    <message>
        <source>No partitionable GPU</source>
        <translation>Keine partitionierbare GPU</translation>
    </message>
    <message>
        <source>Partition count not reported</source>
        <translation>Partitionsanzahl nicht gemeldet</translation>
    </message>
    <message numerus="yes">
        <source>No free partition: all %n are assigned</source>
        <translation>
            <numerusform>Keine freie Partition: Die einzige ist zugewiesen</numerusform>
            <numerusform>Keine freie Partition: Alle %n sind zugewiesen</numerusform>
        </translation>
    </message>
    <message>
        <source>No virtual machines</source>
        <translation>Keine virtuellen Computer</translation>
    </message>
    <message>
        <source>No partition is assigned</source>
        <translation>Keine Partition zugewiesen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Free partitions</source>
        <translation>Freie Partitionen</translation>
    </message>
    <message>
        <source>Assigned partitions</source>
        <translation>Zugewiesene Partitionen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Data read %1: the server cannot be read now</source>
        <translation>Daten %1 gelesen: Der Server kann derzeit nicht gelesen werden</translation>
    </message>
    <message>
        <source>No GPU</source>
        <translation>Keine GPU</translation>
    </message>
    <message>
        <source>No GPU that could be assigned now</source>
        <translation>Keine GPU, die jetzt zugewiesen werden könnte</translation>
    </message>
    <message>
        <source>GPUs that can be assigned</source>
        <translation>GPUs, die zugewiesen werden können</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ServerDesk</name>
    <message>
        <source>No password is saved for this server.</source>
        <translation>Für diesen Server ist kein Kennwort gespeichert.</translation>
    </message>
    <message>
        <source>The saved password for %1 is forgotten. Until the program is closed it stays signed in.</source>
        <translation>Das gespeicherte Kennwort für %1 ist vergessen. Bis das Programm geschlossen wird, bleiben Sie angemeldet.</translation>
    </message>
    <message>
        <source>No certificate of this server waits to be decided about.</source>
        <translation>Kein Zertifikat dieses Servers wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trusted, and is not read. Select it and choose Certificate… in the File menu.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, dem Sie vertraut haben, und wird nicht gelesen. Wählen Sie den Server aus und dann Zertifikat… im Menü Datei.</translation>
    </message>
    <message>
        <source>The keychain is locked: the password for %1 was not read or saved. It is kept in memory until the program is closed.</source>
        <translation>Der Schlüsselbund ist gesperrt: Das Kennwort für %1 wurde weder gelesen noch gespeichert. Es wird im Arbeitsspeicher behalten, bis das Programm geschlossen wird.</translation>
    </message>
    <message>
        <source>The keychain cannot be used: the password for %1 was not read or saved. It is kept in memory until the program is closed.</source>
        <translation>Der Schlüsselbund kann nicht verwendet werden: Das Kennwort für %1 wurde weder gelesen noch gespeichert. Es wird im Arbeitsspeicher behalten, bis das Programm geschlossen wird.</translation>
    </message>
    <message>
        <source>This computer is read without any network: there is nothing to set.</source>
        <translation>Dieser Computer wird ohne Netzwerk gelesen: Es gibt nichts einzustellen.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ServerDialog</name>
    <message>
        <source>&amp;Test connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>The test is running.</source>
        <translation>Der Test wird ausgeführt.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ServerForm</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Use &amp;HTTPS</source>
        <translation>HTTP&amp;S verwenden</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>the system&apos;s certificates</source>
        <translation>Zertifikate des Systems</translation>
    </message>
    <message>
        <source>Send &amp;Basic over unencrypted HTTP (insecure)</source>
        <translation>Basic &amp;unverschlüsselt über HTTP senden (unsicher)</translation>
    </message>
    <message>
        <source>User name and password can then be read by anyone on the way. For laboratories only.</source>
        <translation>Benutzername und Kennwort können dann auf dem Übertragungsweg mitgelesen werden. Nur für Testumgebungen.</translation>
    </message>
    <message>
        <source>&amp;Kind:</source>
        <translation>T&amp;yp:</translation>
    </message>
    <message>
        <source>&amp;Name or address:</source>
        <translation>&amp;Name oder Adresse:</translation>
    </message>
    <message>
        <source>&amp;Port:</source>
        <translation>&amp;Port:</translation>
    </message>
    <message>
        <source>&amp;Authentication:</source>
        <translation>&amp;Authentifizierung:</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Benutzername:</translation>
    </message>
    <message>
        <source>Pass&amp;word:</source>
        <translation>Kenn&amp;wort:</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>CA &amp;file:</source>
        <translation>CA-Date&amp;i:</translation>
    </message>
    <message>
        <source>PEM file of the authority that signed the server&apos;s certificate</source>
        <translation>PEM-Datei der Zertifizierungsstelle, die das Zertifikat des Servers signiert hat</translation>
    </message>
    <message>
        <source>Only used with HTTPS.</source>
        <translation>Wird nur bei HTTPS verwendet.</translation>
    </message>
    <message>
        <source>for example hv01.example.com</source>
        <translation>beispielsweise hv01.example.com</translation>
    </message>
    <message>
        <source>name of the cluster or of any of its nodes</source>
        <translation>Name des Clusters oder eines seiner Knoten</translation>
    </message>
    <message>
        <source>Enter a name or an address.</source>
        <translation>Geben Sie einen Namen oder eine Adresse ein.</translation>
    </message>
    <message>
        <source>This is not a host name or an IP address.</source>
        <translation>Dies ist weder ein Hostname noch eine IP-Adresse.</translation>
    </message>
    <message>
        <source>This is in the list already.</source>
        <translation>Dieser Eintrag ist bereits in der Liste vorhanden.</translation>
    </message>
    <message>
        <source>Without HTTPS the password would travel in the clear. Use HTTPS, or allow it here.</source>
        <translation>Ohne HTTPS würde das Kennwort im Klartext übertragen. Verwenden Sie HTTPS, oder lassen Sie dies hier zu.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>Negotiate (Kerberos or NTLM)</source>
        <translation>Aushandeln (Kerberos oder NTLM)</translation>
    </message>
    <message>
        <source>Kerberos where there is a domain, NTLM where there is none. Every message is encrypted.</source>
        <translation>Kerberos in einer Domäne, sonst NTLM. Alle Nachrichten werden verschlüsselt.</translation>
    </message>
    <message>
        <source>Kerberos</source>
        <translation>Kerberos</translation>
    </message>
    <message>
        <source>Domain accounts only. Every message is encrypted.</source>
        <translation>Nur Domänenkonten. Alle Nachrichten werden verschlüsselt.</translation>
    </message>
    <message>
        <source>NTLM</source>
        <translation>NTLM</translation>
    </message>
    <message>
        <source>For servers outside a domain. Every message is encrypted.</source>
        <translation>Für Server außerhalb einer Domäne. Alle Nachrichten werden verschlüsselt.</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Basic</translation>
    </message>
    <message>
        <source>Local accounts of the server, over HTTPS. Windows Server refuses it unless it was switched on.</source>
        <translation>Lokale Konten des Servers, über HTTPS. Windows Server lehnt dies ab, sofern es nicht aktiviert wurde.</translation>
    </message>
    <message>
        <source>For simulated servers.</source>
        <translation>Für simulierte Server.</translation>
    </message>
    <message>
        <source>Not used without authentication.</source>
        <translation>Wird ohne Authentifizierung nicht verwendet.</translation>
    </message>
    <message>
        <source>as the current user, with the ticket at hand</source>
        <translation>als aktueller Benutzer, mit dem vorhandenen Ticket</translation>
    </message>
    <message>
        <source>This way of signing in needs a user name.</source>
        <translation>Diese Art der Anmeldung erfordert einen Benutzernamen.</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Zertifikat auswählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.p12 *.pfx);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Clientzertifikat</translation>
    </message>
    <message>
        <source>A certificate that the server maps to an account, over HTTPS.</source>
        <translation>Ein Zertifikat, das der Server einem Konto zuordnet, über HTTPS.</translation>
    </message>
    <message>
        <source>Kept in memory until the program is closed, unless it is remembered</source>
        <translation>Wird im Arbeitsspeicher behalten, bis das Programm geschlossen wird, sofern es nicht gemerkt wird</translation>
    </message>
    <message>
        <source>PEM or PKCS #12 file with certificate and key</source>
        <translation>PEM- oder PKCS #12-Datei mit Zertifikat und Schlüssel</translation>
    </message>
    <message>
        <source>C&amp;lient certificate:</source>
        <translation>C&amp;lientzertifikat:</translation>
    </message>
    <message>
        <source>Br&amp;owse…</source>
        <translation>Durchsuch&amp;en…</translation>
    </message>
    <message>
        <source>The server knows the account by the certificate.</source>
        <translation>Der Server erkennt das Konto am Zertifikat.</translation>
    </message>
    <message>
        <source>The password below opens its private key.</source>
        <translation>Das Kennwort unten öffnet den privaten Schlüssel.</translation>
    </message>
    <message>
        <source>Only used when signing in with a client certificate.</source>
        <translation>Wird nur bei der Anmeldung mit einem Clientzertifikat verwendet.</translation>
    </message>
    <message>
        <source>Trusted certificate: %1</source>
        <translation>Vertrauenswürdiges Zertifikat: %1</translation>
    </message>
    <message>
        <source>A client certificate can be shown over HTTPS only.</source>
        <translation>Ein Clientzertifikat kann nur über HTTPS vorgelegt werden.</translation>
    </message>
    <message>
        <source>Choose the file with the certificate and its key.</source>
        <translation>Wählen Sie die Datei mit dem Zertifikat und seinem Schlüssel aus.</translation>
    </message>
    <message>
        <source>A password does not belong here: server lists are plain files.</source>
        <translation>Ein Kennwort gehört nicht hierher: Serverlisten sind lesbare Dateien.</translation>
    </message>
    <message>
        <source>Only HTTP proxies can be used: http://proxy.example.com:3128</source>
        <translation>Nur HTTP-Proxys sind möglich: http://proxy.example.com:3128</translation>
    </message>
    <message>
        <source>This is not the address of a proxy: http://proxy.example.com:3128</source>
        <translation>Dies ist keine Adresse eines Proxys: http://proxy.example.com:3128</translation>
    </message>
    <message>
        <source>DCOM signs in with Negotiate, Kerberos or NTLM.</source>
        <translation>DCOM meldet sich mit Aushandeln, Kerberos oder NTLM an.</translation>
    </message>
    <message>
        <source>WS-Management (WinRM)</source>
        <translation>WS-Management (WinRM)</translation>
    </message>
    <message>
        <source>DCOM</source>
        <translation>DCOM</translation>
    </message>
    <message>
        <source>One port; on by default on Windows Server.</source>
        <translation>Ein Port; unter Windows Server standardmäßig eingeschaltet.</translation>
    </message>
    <message>
        <source>For servers without WinRM. Their firewall must allow remote administration by WMI.</source>
        <translation>Für Server ohne WinRM. Ihre Firewall muss die Remoteverwaltung über WMI zulassen.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Connect b&amp;y:</source>
        <translation>&amp;Verbinden über:</translation>
    </message>
    <message>
        <source>Pro&amp;xy:</source>
        <translation>Pro&amp;xy:</translation>
    </message>
    <message>
        <source>Not used with DCOM.</source>
        <translation>Wird mit DCOM nicht verwendet.</translation>
    </message>
    <message>
        <source>HTTP proxy on the way to this server, for example http://proxy.example.com:3128; those of the environment are never used</source>
        <translation>HTTP-Proxy auf dem Weg zu diesem Server, beispielsweise http://proxy.example.com:3128; die der Umgebung werden nie verwendet</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>Enter the password to have it remembered.</source>
        <translation>Geben Sie das Kennwort ein, damit es gemerkt wird.</translation>
    </message>
    <message>
        <source>It stays what it is. Remove it and add it anew to change this.</source>
        <translation>Das bleibt so. Um es zu ändern, entfernen Sie den Eintrag und fügen Sie ihn neu hinzu.</translation>
    </message>
    <message>
        <source>Ser&amp;vice (SPN):</source>
        <translation>&amp;Kerberos-Dienst (SPN):</translation>
    </message>
    <message>
        <source>Without the password, which has a field of its own.</source>
        <translation>Ohne das Kennwort, das ein eigenes Feld hat.</translation>
    </message>
    <message>
        <source>No account has such a name: user@domain.example or DOMAIN\user</source>
        <translation>Kein Konto heißt so: benutzer@domäne.example oder DOMÄNE\benutzer</translation>
    </message>
    <message>
        <source>enter it again</source>
        <translation>noch einmal eingeben</translation>
    </message>
    <message>
        <source>The password of this account was for another server, or for a way of signing in that shows less of it.</source>
        <translation>Das Kennwort dieses Kontos war für einen anderen Server oder für eine Art der Anmeldung, die weniger davon zeigt.</translation>
    </message>
    <message>
        <source>Windows takes PKCS #12 files only (.p12, .pfx).</source>
        <translation>Windows nimmt nur PKCS #12-Dateien (.p12, .pfx).</translation>
    </message>
    <message>
        <source>PKCS #12 file (.p12, .pfx) with certificate and key</source>
        <translation>PKCS #12-Datei (.p12, .pfx) mit Zertifikat und Schlüssel</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ServerPage</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>No servers yet. Add a Hyper-V server or a cluster first.</source>
        <translation>Noch keine Server. Fügen Sie zuerst einen Hyper-V-Server oder einen Cluster hinzu.</translation>
    </message>
    <message>
        <source>Choose the server</source>
        <translation>Server auswählen</translation>
    </message>
    <message>
        <source>The virtual machine and the GPU partition must be on the same server.</source>
        <translation>Die VM und die GPU-Partition müssen sich auf demselben Server befinden.</translation>
    </message>
    <message>
        <source>The server that has the GPU partition that you want to unassign</source>
        <translation>Der Server mit der GPU-Partition, deren Zuweisung Sie aufheben möchten</translation>
    </message>
    <message>
        <source>%1 cannot be chosen: %2</source>
        <translation>%1 kann nicht ausgewählt werden: %2</translation>
    </message>
    <message>
        <source>Choose a server.</source>
        <translation>Wählen Sie einen Server aus.</translation>
    </message>
    <message>
        <source>The virtual machine and the GPU must be on the same server.</source>
        <translation>Die VM und die GPU müssen sich auf demselben Server befinden.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ServiceNameBox</name>
    <message>
        <source>%1 (usual)</source>
        <translation>%1 (üblich)</translation>
    </message>
    <message>
        <source>Not used with DCOM.</source>
        <translation>Wird bei DCOM nicht verwendet.</translation>
    </message>
    <message>
        <source>Only Kerberos asks for a service; this way to sign in does not.</source>
        <translation>Nur Kerberos fragt nach einem Dienst; dieses Anmeldeverfahren nicht.</translation>
    </message>
    <message>
        <source>Kerberos needs the name of the server: an address has no service principal.</source>
        <translation>Kerberos benötigt den Namen des Servers: Zu einer Adresse gibt es keinen Dienstprinzipal.</translation>
    </message>
    <message>
        <source>Kerberos asks the domain for this service of the server. Choose another one when the domain knows no HTTP/%1 (setspn -L shows what it knows).</source>
        <translation>Kerberos fragt die Domäne nach diesem Dienst des Servers. Wählen Sie einen anderen, wenn die Domäne kein HTTP/%1 kennt (setspn -L zeigt, was sie kennt).</translation>
    </message>
    <message>
        <source>server</source>
        <translation>server</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::SettingsDialog</name>
    <message>
        <source>Ask before a &amp;server is removed from the list</source>
        <translation>Vor dem &amp;Entfernen eines Servers aus der Liste nachfragen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Theme:</source>
        <translation>&amp;Design:</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Read all servers &amp;every:</source>
        <translation>Aktualisierungs&amp;intervall für alle Server:</translation>
    </message>
    <message>
        <source>Servers read at the same ti&amp;me:</source>
        <translation>&amp;Gleichzeitig gelesene Server:</translation>
    </message>
    <message>
        <source>Confirmations:</source>
        <translation>Bestätigungen:</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Systemeinstellung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>never; only when asked</source>
        <translation>nie, nur auf Anforderung</translation>
    </message>
    <message>
        <source> seconds</source>
        <translation> Sekunden</translation>
    </message>
    <message>
        <source>&amp;Notify on the desktop when long work has ended</source>
        <translation>Desktop&amp;benachrichtigung, wenn ein langer Vorgang beendet ist</translation>
    </message>
    <message>
        <source>&amp;Read-only: no command that changes anything on a server</source>
        <translation>Sch&amp;reibgeschützt: keine Befehle, die auf einem Server etwas ändern</translation>
    </message>
    <message>
        <source>Changes:</source>
        <translation>Änderungen:</translation>
    </message>
    <message>
        <source>Only while the window is behind others or minimised</source>
        <translation>Nur wenn das Fenster verdeckt oder minimiert ist</translation>
    </message>
    <message>
        <source>Takes effect at once; changes under way go on to their end</source>
        <translation>Wird sofort wirksam; laufende Änderungen werden zu Ende geführt</translation>
    </message>
    <message>
        <source>Finished changes &amp;kept:</source>
        <translation>&amp;Aufbewahrte Änderungen:</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Records of older ones are deleted; never of one that was cut off</source>
        <translation>Aufzeichnungen älterer Änderungen werden gelöscht, nie die einer unterbrochenen</translation>
    </message>
    <message>
        <source>&amp;Operations at the same time on one server:</source>
        <translation>Gleichzeitige V&amp;orgänge auf einem Server:</translation>
    </message>
    <message>
        <source>Language, the numbers of servers and operations at the same time and that of kept changes take effect at the next start.</source>
        <translation>Sprache, die Anzahl gleichzeitiger Server und Vorgänge und die der aufbewahrten Änderungen werden beim nächsten Start wirksam.</translation>
    </message>
    <message>
        <source>Reading, changes and connection tests together. Windows refuses more than 15 of one user.</source>
        <translation>Lesen, Änderungen und Verbindungstests zusammen. Windows lehnt mehr als 15 eines Benutzers ab.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ShutdownQuestion</name>
    <message>
        <source>Do the same for &amp;every guest of this plan that does not shut down</source>
        <translation>Bei j&amp;edem Gast dieses Plans, der nicht herunterfährt, ebenso vorgehen</translation>
    </message>
    <message>
        <source>&amp;Wait on</source>
        <translation>Weiter wa&amp;rten</translation>
    </message>
    <message>
        <source>Gives the guest the same time again, then asks again</source>
        <translation>Gibt dem Gast noch einmal dieselbe Zeit und fragt dann erneut nach</translation>
    </message>
    <message>
        <source>&amp;Turn off</source>
        <translation>A&amp;usschalten</translation>
    </message>
    <message>
        <source>Cuts the power; unsaved work in the guest is lost</source>
        <translation>Schaltet die VM sofort aus; nicht gespeicherte Daten im Gast gehen verloren</translation>
    </message>
    <message>
        <source>S&amp;kip</source>
        <translation>Ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Leaves this virtual machine as it was</source>
        <translation>Lässt diese VM unverändert</translation>
    </message>
    <message>
        <source>The guest of %1 on %2 has not shut down within %3. Wait on, turn it off (unsaved work is lost), or skip it (it stays as it was)?</source>
        <translation>Der Gast von %1 auf %2 ist nicht innerhalb von %3 heruntergefahren. Möchten Sie weiter warten, die VM ausschalten (nicht gespeicherte Daten gehen verloren) oder sie überspringen (sie bleibt unverändert)?</translation>
    </message>
    <message numerus="yes">
        <source>%n more guest(s) wait for an answer.</source>
        <translation>
            <numerusform>%n weiterer Gast wartet auf eine Antwort.</numerusform>
            <numerusform>%n weitere Gäste warten auf eine Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asks the guest again to shut down</source>
        <translation>Fordert den Gast erneut zum Herunterfahren auf</translation>
    </message>
    <message>
        <source>T&amp;ry again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>The guest of %1 on %2 still runs: %3. Try again, turn it off (unsaved work is lost), or skip it (it stays as it was)?</source>
        <translation>Der Gast von %1 auf %2 läuft noch: %3. Erneut versuchen, ausschalten (nicht Gespeichertes geht verloren) oder überspringen (alles bleibt, wie es war)?</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::SignInDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Enter a user name first.</source>
        <translation>Geben Sie zuerst einen Benutzernamen ein.</translation>
    </message>
    <message>
        <source>&amp;User name:</source>
        <translation>&amp;Benutzername:</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Kennwort:</translation>
    </message>
    <message>
        <source>Unless it is remembered, the password is kept in memory until the program is closed.</source>
        <translation>Sofern es nicht gemerkt wird, wird das Kennwort im Arbeitsspeicher behalten, bis das Programm geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::StateOverlay</name>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Keine Treffer für „%1“.</translation>
    </message>
    <message>
        <source>Clea&amp;r filter</source>
        <translation>Filter &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::SummaryWords</name>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>By assigned status</source>
        <translation>Nach Zuweisungsstatus</translation>
    </message>
    <message>
        <source>Partitions in use</source>
        <translation>Verwendete Partitionen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>without %n GPU(s) that do not report it</source>
        <translation>
            <numerusform>ohne %n GPU, die den Wert nicht meldet</numerusform>
            <numerusform>ohne %n GPUs, die den Wert nicht melden</numerusform>
        </translation>
    </message>
    <message>
        <source>Total VRAM</source>
        <translation>VRAM gesamt</translation>
    </message>
    <message>
        <source>All servers</source>
        <translation>Alle Server</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Computer</translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s) selected</source>
        <translation>
            <numerusform>%n GPU ausgewählt</numerusform>
            <numerusform>%n GPUs ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) selected</source>
        <translation>
            <numerusform>%n Element ausgewählt</numerusform>
            <numerusform>%n Elemente ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Partitions</source>
        <translation>Partitionen</translation>
    </message>
    <message>
        <source>at least %1 of %2</source>
        <translation>mindestens %1 von %2</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 known</source>
        <translation>%1 bekannt</translation>
    </message>
    <message>
        <source>at least %1 of %2 known</source>
        <translation>mindestens %1 von %2 bekannten</translation>
    </message>
    <message>
        <source>%1 of %2 known</source>
        <translation>%1 von %2 bekannten</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::SupportDialog</name>
    <message>
        <source>&amp;Hide names of servers and accounts</source>
        <translation>Namen von Servern und Konten &amp;verbergen</translation>
    </message>
    <message>
        <source>Save support file</source>
        <translation>Supportdatei speichern</translation>
    </message>
    <message>
        <source>This is what the file will hold. There are no passwords in it, and nothing is sent anywhere: read it, and give it to whoever helps you.</source>
        <translation>Dies wird die Datei enthalten. Es sind keine Kennwörter darin, und es wird nirgendwohin etwas gesendet: Lesen Sie sie, und geben Sie sie an die Person weiter, die Ihnen hilft.</translation>
    </message>
    <message>
        <source>Content of the support file</source>
        <translation>Inhalt der Supportdatei</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Support files (*.json)</source>
        <translation>Supportdateien (*.json)</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::TargetDetails</name>
    <message>
        <source>Putting back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Zurückgesetzt: %1</translation>
    </message>
    <message>
        <source>found done</source>
        <translation>bereits erledigt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>nicht erledigt</translation>
    </message>
    <message>
        <source>Copy &amp;details</source>
        <translation>&amp;Details kopieren</translation>
    </message>
    <message>
        <source>Steps and calls of the selected row</source>
        <translation>Schritte und Aufrufe der ausgewählten Zeile</translation>
    </message>
    <message>
        <source>Step and calls</source>
        <translation>Schritt und Aufrufe</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Select a row to see its steps and calls.</source>
        <translation>Wählen Sie eine Zeile aus, um ihre Schritte und Aufrufe anzuzeigen.</translation>
    </message>
    <message>
        <source>%1: steps and calls are listed here once it has ended.</source>
        <translation>%1: Schritte und Aufrufe werden hier nach dem Ende aufgelistet.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::TestResults</name>
    <message>
        <source>Result of the connection test</source>
        <translation>Ergebnis des Verbindungstests</translation>
    </message>
    <message>
        <source>Testing the connection to %1…</source>
        <translation>Die Verbindung mit %1 wird getestet…</translation>
    </message>
    <message>
        <source>The connection works.</source>
        <translation>Die Verbindung funktioniert.</translation>
    </message>
    <message>
        <source>The connection test failed.</source>
        <translation>Der Verbindungstest ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>stage: result</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>Show certificat&amp;e…</source>
        <translation>&amp;Zertifikat anzeigen…</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::TestServerDialog</name>
    <message>
        <source>Test connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>&amp;Test again</source>
        <translation>&amp;Erneut testen</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>The test is running.</source>
        <translation>Der Test wird ausgeführt.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::TrustDialog</name>
    <message>
        <source>Certificate has changed</source>
        <translation>Zertifikat hat sich geändert</translation>
    </message>
    <message>
        <source>Certificate is not trusted</source>
        <translation>Zertifikat ist nicht vertrauenswürdig</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one on the server, over a way that nobody else can change. If it is the same, you can trust this certificate; any other one will be refused from then on.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem auf dem Server, auf einem Weg, den niemand sonst ändern kann. Stimmt er überein, können Sie diesem Zertifikat vertrauen; jedes andere wird von da an abgelehnt.</translation>
    </message>
    <message>
        <source>I know &amp;why the certificate changed</source>
        <translation>Ich weiß, &amp;warum sich das Zertifikat geändert hat</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one you trusted. Either it was renewed, or another computer answers in its place and would see what is sent. Nothing was sent.</source>
        <translation>%1 zeigt ein anderes Zertifikat als das, dem Sie vertraut haben. Entweder wurde es erneuert, oder ein anderer Computer antwortet an seiner Stelle und würde sehen, was gesendet wird. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. Nothing was sent.</source>
        <translation>Das Zertifikat von %1 ist nicht vertrauenswürdig. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Issued to:</source>
        <translation>Ausgestellt für:</translation>
    </message>
    <message>
        <source>Issued by:</source>
        <translation>Ausgestellt von:</translation>
    </message>
    <message>
        <source>Valid:</source>
        <translation>Gültig:</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>dates</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>For:</source>
        <translation>Für:</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256):</source>
        <translation>Fingerabdruck (SHA-256):</translation>
    </message>
    <message>
        <source>Trusted until now:</source>
        <translation>Bisher vertraut:</translation>
    </message>
    <message>
        <source>&amp;Trust this certificate</source>
        <translation>Diesem Zertifikat &amp;vertrauen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Find out first why the certificate is another one.</source>
        <translation>Ermitteln Sie zuerst, warum das Zertifikat ein anderes ist.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::UnassignWizard</name>
    <message>
        <source>Unassign GPU partition from VM</source>
        <translation>Zuweisung einer GPU-Partition zu einer VM aufheben</translation>
    </message>
    <message>
        <source>&amp;Unassign partition</source>
        <translation>Zuweisung au&amp;fheben</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::ValueField</name>
    <message>
        <source>Copy &amp;selection</source>
        <translation>Aus&amp;wahl kopieren</translation>
    </message>
    <message>
        <source>Nothing is selected in this value.</source>
        <translation>In diesem Wert ist nichts ausgewählt.</translation>
    </message>
    <message>
        <source>Copy &amp;value</source>
        <translation>Wert &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;all details</source>
        <translation>&amp;Alle Details kopieren</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::VmCells</name>
    <message>
        <source>%1 d %2 h %3 min</source>
        <translation>%1 T %2 Std. %3 Min.</translation>
    </message>
    <message>
        <source>Virtual machines could not be read</source>
        <translation>Virtuelle Computer konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>Herunterfahren</translation>
    </message>
    <message>
        <source>Shut down (forced)</source>
        <translation>Herunterfahren (erzwungen)</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>The cluster does not report an offline action.</source>
        <translation>Der Cluster meldet keine Offlineaktion.</translation>
    </message>
    <message>
        <source>Only clustered virtual machines have one.</source>
        <translation>Nur für Cluster-VMs vorhanden.</translation>
    </message>
    <message>
        <source>Known only while the virtual machine runs.</source>
        <translation>Nur bekannt, während die VM ausgeführt wird.</translation>
    </message>
    <message>
        <source>The server does not report it.</source>
        <translation>Wird vom Server nicht gemeldet.</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>chosen at start</source>
        <translation>beim Start gewählt</translation>
    </message>
    <message>
        <source>not in this server</source>
        <translation>nicht in diesem Server</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Konnte nicht gelesen werden: %1</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::VmChoices</name>
    <message>
        <source>Virtual machine</source>
        <translation>Virtueller Computer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Configuration version</source>
        <translation>Konfigurationsversion</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>In use while the VM runs, else what it starts with</source>
        <translation>Verwendeter Arbeitsspeicher, während die VM ausgeführt wird, sonst Arbeitsspeicher beim Start</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>What speaks for or against a partition for this VM</source>
        <translation>Was für oder gegen eine Partition für diese VM spricht</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::VmDetails</name>
    <message>
        <source>turn off</source>
        <translation>ausschalten</translation>
    </message>
    <message>
        <source>save</source>
        <translation>speichern</translation>
    </message>
    <message>
        <source>shut down</source>
        <translation>herunterfahren</translation>
    </message>
    <message>
        <source>forced shut down</source>
        <translation>erzwungen herunterfahren</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>VM ID</source>
        <translation>VM-ID</translation>
    </message>
    <message>
        <source>Power state</source>
        <translation>Betriebszustand</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>Configuration version</source>
        <translation>Konfigurationsversion</translation>
    </message>
    <message>
        <source>Guest operating system</source>
        <translation>Gastbetriebssystem</translation>
    </message>
    <message>
        <source>Up time</source>
        <translation>Betriebszeit</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>Partitions assigned</source>
        <translation>Zugewiesene Partitionen</translation>
    </message>
    <message>
        <source>Whole devices assigned</source>
        <translation>Zugewiesene ganze Geräte</translation>
    </message>
    <message>
        <source>%1, partition %2</source>
        <translation>%1, Partition %2</translation>
    </message>
    <message>
        <source>chosen by the host at start</source>
        <translation>wird beim Start vom Host ausgewählt</translation>
    </message>
    <message>
        <source>a GPU that this server does not have (%1)</source>
        <translation>eine GPU, die auf diesem Server nicht vorhanden ist (%1)</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>RemoteFX adapter</source>
        <translation>RemoteFX-Adapter</translation>
    </message>
    <message>
        <source>present (no longer supported by Windows)</source>
        <translation>vorhanden (von Windows nicht mehr unterstützt)</translation>
    </message>
    <message>
        <source>Processor and memory</source>
        <translation>Prozessor und Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Virtual processors</source>
        <translation>Virtuelle Prozessoren</translation>
    </message>
    <message>
        <source>Processor load</source>
        <translation>Prozessorauslastung</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Startup memory</source>
        <translation>Arbeitsspeicher beim Start</translation>
    </message>
    <message>
        <source>Dynamic memory</source>
        <translation>Dynamischer Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Minimum memory</source>
        <translation>Minimaler Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Maximum memory</source>
        <translation>Maximaler Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Verwendeter Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Settings that matter for GPUs</source>
        <translation>Für GPUs wichtige Einstellungen</translation>
    </message>
    <message>
        <source>Guest-controlled cache types</source>
        <translation>Vom Gast gesteuerte Cachetypen</translation>
    </message>
    <message>
        <source>Automatic stop action</source>
        <translation>Automatische Stoppaktion</translation>
    </message>
    <message>
        <source>Checkpoints</source>
        <translation>Prüfpunkte</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>In the cluster</source>
        <translation>Im Cluster</translation>
    </message>
    <message>
        <source>Cluster offline action</source>
        <translation>Offlineaktion des Clusters</translation>
    </message>
    <message>
        <source>Virtual machine on %1</source>
        <translation>Virtueller Computer auf %1</translation>
    </message>
    <message>
        <source>shielded</source>
        <translation>abgeschirmt</translation>
    </message>
    <message>
        <source>isolated from its server</source>
        <translation>vom Server isoliert</translation>
    </message>
    <message>
        <source>virtual TPM</source>
        <translation>virtuelles TPM</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Nested virtualization</source>
        <translation>Geschachtelte Virtualisierung</translation>
    </message>
    <message>
        <source>Replicated</source>
        <translation>Repliziert</translation>
    </message>
    <message>
        <source>%1, a partition, which one is not reported</source>
        <translation>%1, eine Partition; welche, wird nicht gemeldet</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::VmPage</name>
    <message>
        <source>Virtual machines</source>
        <translation>Virtuelle Computer</translation>
    </message>
    <message>
        <source>Select the virtual machines</source>
        <translation>Virtuelle Computer auswählen</translation>
    </message>
    <message>
        <source>Virtual machines on %1 to assign a GPU partition to</source>
        <translation>VMs auf %1, denen eine GPU-Partition zugewiesen werden soll</translation>
    </message>
    <message>
        <source>Select at least one virtual machine.</source>
        <translation>Wählen Sie mindestens eine VM aus.</translation>
    </message>
    <message>
        <source>%1 cannot be assigned a partition now: %2</source>
        <translation>%1 kann derzeit keine Partition zugewiesen werden: %2</translation>
    </message>
    <message>
        <source>There are no virtual machines on this server.</source>
        <translation>Auf diesem Server sind keine virtuellen Computer vorhanden.</translation>
    </message>
    <message numerus="yes">
        <source>%n partitions are free</source>
        <translation>
            <numerusform>%n Partition ist frei</numerusform>
            <numerusform>%n Partitionen sind frei</numerusform>
        </translation>
    </message>
    <message>
        <source>a VM that is not on this server any more</source>
        <translation>eine VM, die nicht mehr auf diesem Server vorhanden ist</translation>
    </message>
    <message>
        <source>Not selected any more, because they cannot be assigned a partition: %1</source>
        <translation>Nicht mehr ausgewählt, da keine Partition zugewiesen werden kann: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n virtual machines are selected</source>
        <translation>
            <numerusform>%n VM ist ausgewählt</numerusform>
            <numerusform>%n VMs sind ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>only %n partitions are free</source>
        <translation>
            <numerusform>nur %n Partition ist frei</numerusform>
            <numerusform>nur %n Partitionen sind frei</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, but %2.</source>
        <translation>%1, aber %2.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::VmRulesPage</name>
    <message>
        <source>Turn &amp;dynamic memory off</source>
        <translation>&amp;Dynamischen Arbeitsspeicher ausschalten</translation>
    </message>
    <message>
        <source>Turn &amp;checkpoints off</source>
        <translation>&amp;Prüfpunkte ausschalten</translation>
    </message>
    <message>
        <source>A virtual machine with a whole device can neither be saved nor checkpointed; whoever tries gets an error.</source>
        <translation>Eine VM mit einem ganzen Gerät kann weder gespeichert werden, noch sind Prüfpunkte möglich; jeder Versuch ergibt einen Fehler.</translation>
    </message>
    <message>
        <source>Configure offline action for &amp;force shutdown</source>
        <translation>&amp;Offlineaktion für erzwungenes Herunterfahren konfigurieren</translation>
    </message>
    <message>
        <source>The cluster shuts the virtual machine down when it takes it offline, instead of saving it, which fails with a device.</source>
        <translation>Der Cluster fährt die VM herunter, wenn er sie offline schaltet, statt sie zu speichern, was mit einem Gerät fehlschlägt.</translation>
    </message>
    <message>
        <source>The automatic stop action is set to Turn off, and the guest may control cache types (write combining); both come with the device and are put back with it.</source>
        <translation>Die automatische Stoppaktion wird auf Ausschalten festgelegt, und der Gast darf Cachetypen steuern (Write Combining); beides kommt mit dem Gerät und wird mit ihm zurückgesetzt.</translation>
    </message>
    <message>
        <source>Rules for a virtual machine with a whole device</source>
        <translation>Regeln für eine VM mit einem ganzen Gerät</translation>
    </message>
    <message>
        <source>What it has now is recorded and put back with the GPU.</source>
        <translation>Was sie jetzt hat, wird aufgezeichnet und mit der GPU zurückgesetzt.</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>A device reaches memory directly, so that it must not move: the virtual machine gets its startup memory (%1) for good. Startup and minimum memory (%2) being the same would do as well.</source>
        <translation>Ein Gerät greift direkt auf den Arbeitsspeicher zu, sodass dieser sich nicht verschieben darf: Die VM erhält dauerhaft ihren Startarbeitsspeicher (%1). Ebenso würde genügen, dass Start- und minimaler Arbeitsspeicher (%2) gleich sind.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::VmTableModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Configuration version</source>
        <translation>Konfigurationsversion</translation>
    </message>
    <message>
        <source>GPU partitions</source>
        <translation>GPU-Partitionen</translation>
    </message>
    <message>
        <source>Number of GPU partitions assigned</source>
        <translation>Anzahl der zugewiesenen GPU-Partitionen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Number of whole devices assigned</source>
        <translation>Anzahl der zugewiesenen ganzen Geräte</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Arbeitsspeicher</translation>
    </message>
    <message>
        <source>In use while the VM runs, else what it starts with</source>
        <translation>Verwendeter Arbeitsspeicher, während die VM ausgeführt wird, sonst Arbeitsspeicher beim Start</translation>
    </message>
    <message>
        <source>Processors</source>
        <translation>Prozessoren</translation>
    </message>
    <message>
        <source>Offline action</source>
        <translation>Offlineaktion</translation>
    </message>
    <message>
        <source>What the cluster does with the VM when it goes offline</source>
        <translation>Was der Cluster mit der VM macht, wenn sie offline geschaltet wird</translation>
    </message>
    <message>
        <source>Clustered</source>
        <translation>Im Cluster</translation>
    </message>
    <message>
        <source>Up time</source>
        <translation>Betriebszeit</translation>
    </message>
    <message>
        <source>Guest operating system</source>
        <translation>Gastbetriebssystem</translation>
    </message>
    <message>
        <source>Known while the VM runs</source>
        <translation>Bekannt, während die VM ausgeführt wird</translation>
    </message>
    <message>
        <source>VM ID</source>
        <translation>VM-ID</translation>
    </message>
    <message>
        <source>GPUs</source>
        <translation>GPUs</translation>
    </message>
    <message>
        <source>GPUs that partitions or devices of the VM are of</source>
        <translation>GPUs, von denen Partitionen oder Geräte des virtuellen Computers sind</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::VramCallout</name>
    <message numerus="yes">
        <source>Each of %n partition(s) gets %1 of VRAM</source>
        <translation>
            <numerusform>Die Partition erhält %1 VRAM</numerusform>
            <numerusform>Jede der %n Partitionen erhält %1 VRAM</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (estimate: total VRAM divided by the count; the driver may keep a little).</source>
        <translation>%1 (Schätzwert: VRAM gesamt geteilt durch die Anzahl; der Treiber behält möglicherweise etwas ein).</translation>
    </message>
    <message>
        <source>%1 (the driver&apos;s figure).</source>
        <translation>%1 (Angabe des Treibers).</translation>
    </message>
    <message numerus="yes">
        <source>%n GPU(s): %1</source>
        <translation>
            <numerusform>%n GPU: %1</numerusform>
            <numerusform>%n GPUs: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The driver does not report how much VRAM there is.</source>
        <translation>Der Treiber meldet nicht, wie viel VRAM vorhanden ist.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::WelcomePage</name>
    <message>
        <source>GPU Console for Hyper-V</source>
        <translation>GPU Console for Hyper-V</translation>
    </message>
    <message>
        <source>See every GPU of your Hyper-V servers and clusters, its partitions and the virtual machines that use them. Add a server or a cluster to begin, or look around in the demo fleet.</source>
        <translation>Sehen Sie alle GPUs Ihrer Hyper-V-Server und -Cluster, ihre Partitionen und die virtuellen Computer, die sie verwenden. Fügen Sie zu Beginn einen Server oder einen Cluster hinzu, oder sehen Sie sich in der Demoumgebung um.</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Tabs</source>
        <translation>&amp;Registerkarten</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>&amp;Design</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>&amp;Systemeinstellung</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation>Hauptsymbolleiste</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>Ä&amp;ndern</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::cells</name>
    <message>
        <source>This GPU is not partitionable, so the host reports no such figure.</source>
        <translation>Diese GPU ist nicht partitionierbar, daher meldet der Host keinen solchen Wert.</translation>
    </message>
    <message>
        <source>PCI bus %1, device %2, function %3</source>
        <translation>PCI-Bus %1, Gerät %2, Funktion %3</translation>
    </message>
    <message>
        <source>The driver reports no figure here.</source>
        <translation>Der Treiber meldet hier keinen Wert.</translation>
    </message>
    <message>
        <source>A paravirtual GPU reports parts of 1,000,000,000 instead of an amount; shown as a share of the GPU.</source>
        <translation>Eine paravirtualisierte GPU meldet Anteile von 1.000.000.000 statt einer Menge; angezeigt als Anteil der GPU.</translation>
    </message>
    <message>
        <source>%1 usable for partitions, as the driver reports it</source>
        <translation>%1 für Partitionen nutzbar, laut Treiber</translation>
    </message>
    <message>
        <source>%1, memory of the adapter as its driver registered it; what partitions can use is not reported</source>
        <translation>%1, vom Treiber registrierter Speicher des Adapters; wie viel davon Partitionen nutzen können, wird nicht gemeldet</translation>
    </message>
    <message>
        <source>The host does not report a partition count.</source>
        <translation>Der Host meldet keine Partitionsanzahl.</translation>
    </message>
    <message>
        <source>Valid partition counts: %1</source>
        <translation>Gültige Partitionsanzahlen: %1</translation>
    </message>
    <message>
        <source>The host reports no valid partition counts.</source>
        <translation>Der Host meldet keine gültigen Partitionsanzahlen.</translation>
    </message>
    <message>
        <source>As reported: %1</source>
        <translation>Wie gemeldet: %1</translation>
    </message>
    <message>
        <source>(VM not in the server&apos;s list)</source>
        <translation>(VM nicht in der Liste des Servers)</translation>
    </message>
</context>
<context>
    <name>hvgpu::ui::checkWords</name>
    <message>
        <source>Already has a partition</source>
        <translation>Hat bereits eine Partition</translation>
    </message>
    <message>
        <source>Not on this server</source>
        <translation>Nicht auf diesem Server</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Its state does not allow it</source>
        <translation>Zustand lässt es nicht zu</translation>
    </message>
    <message>
        <source>Is just changing its state</source>
        <translation>Wechselt gerade den Zustand</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Has to go down</source>
        <translation>Muss beendet werden</translation>
    </message>
    <message>
        <source>Checkpoints enabled</source>
        <translation>Prüfpunkte aktiviert</translation>
    </message>
    <message>
        <source>Dynamic memory</source>
        <translation>Dynamischer Arbeitsspeicher</translation>
    </message>
    <message>
        <source>Dynamic memory could not be read</source>
        <translation>Dynamischer Arbeitsspeicher nicht gelesen</translation>
    </message>
    <message>
        <source>Generation 1</source>
        <translation>Generation 1</translation>
    </message>
    <message>
        <source>Configuration version too old</source>
        <translation>Konfigurationsversion zu alt</translation>
    </message>
    <message>
        <source>Saved when the cluster takes it offline</source>
        <translation>Wird beim Offlineschalten im Cluster gespeichert</translation>
    </message>
    <message>
        <source>Saved when its server shuts down</source>
        <translation>Wird beim Herunterfahren des Servers gespeichert</translation>
    </message>
    <message>
        <source>Not in the VM&apos;s settings</source>
        <translation>Nicht in den Einstellungen der VM</translation>
    </message>
    <message>
        <source>GPU not on this server</source>
        <translation>GPU nicht auf diesem Server</translation>
    </message>
    <message>
        <source>Small memory-mapped I/O space</source>
        <translation>Kleiner MMIO-Bereich</translation>
    </message>
    <message>
        <source>Shielded or isolated</source>
        <translation>Abgeschirmt oder isoliert</translation>
    </message>
    <message>
        <source>Virtual TPM</source>
        <translation>Virtuelles TPM</translation>
    </message>
    <message>
        <source>Nested virtualization</source>
        <translation>Geschachtelte Virtualisierung</translation>
    </message>
    <message>
        <source>Replicated</source>
        <translation>Repliziert</translation>
    </message>
    <message>
        <source>Backup tracks its changes</source>
        <translation>Sicherung verfolgt Änderungen</translation>
    </message>
</context>
</TS>
