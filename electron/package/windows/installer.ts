import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identity, markdownExtensions } from '../identity.ts';
import { runTool } from '../tools.ts';

export interface InstallerOptions {
  readonly application: string;
  readonly icon: string;
  readonly version: string;
  readonly date: Date;
}

/** A Windows installer for one user, who needs no rights for it. Needs `makensis`, which runs on every system. */
export async function makeInstaller(
  options: InstallerOptions,
  path: string,
  work: string,
): Promise<void> {
  const script = join(work, 'installer.nsi');
  // NSIS takes a file for Unicode by its mark.
  writeFileSync(script, `\uFEFF${installerScript(options, path)}`);
  const seconds = String(Math.floor(options.date.getTime() / 1_000));
  await runTool('makensis', ['-V2', '-NOCD', script], { env: { SOURCE_DATE_EPOCH: seconds } });
}

/**
 * Puts the new program beside the old one and only then in its place: when that fails, as it does while the studio
 * runs, the old one stays and works. Removing takes nothing but what was installed; essays are elsewhere.
 */
function installerScript({ application, icon, version }: InstallerOptions, path: string): string {
  const program = `$INSTDIR\\${identity.name}.exe`;
  const command = `$LOCALAPPDATA\\Microsoft\\WindowsApps\\${identity.command}.cmd`;
  const progId = `${identity.name}.Markdown`;
  const uninstall = `Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\${identity.name}`;
  const opens = markdownExtensions.map((extension) => `.${extension}`);
  return `Unicode true
Name "${identity.name}"
OutFile "${path}"
InstallDir "$LOCALAPPDATA\\Programs\\${identity.name}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDateSave off
AllowSkipFiles off
ManifestDPIAware true
Icon "${icon}"
UninstallIcon "${icon}"
BrandingText "${identity.name} ${version}"
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${version}.0"
VIAddVersionKey "ProductName" "${identity.name}"
VIAddVersionKey "FileDescription" "${identity.name} installer"
VIAddVersionKey "FileVersion" "${version}"
VIAddVersionKey "ProductVersion" "${version}"
VIAddVersionKey "LegalCopyright" "${identity.copyright}"
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section "Install"
  RMDir /r "$INSTDIR.new"
  SetOutPath "$INSTDIR.new"
  File /r "${join(application, '*')}"
  WriteUninstaller "$INSTDIR.new\\Uninstall.exe"
  IfErrors 0 whole
    RMDir /r "$INSTDIR.new"
    SetErrorLevel 1
    MessageBox MB_ICONSTOP "${identity.name} could not be written. Make room on the disk and start the installer again. What was installed before is as it was." /SD IDOK
    Abort
whole:
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.old"
  ClearErrors
  IfFileExists "$INSTDIR\\*.*" 0 place
  Rename "$INSTDIR" "$INSTDIR.old"
  IfErrors 0 place
    RMDir /r "$INSTDIR.new"
    SetErrorLevel 1
    MessageBox MB_ICONSTOP "${identity.name} is running. Close it and start the installer again. What was installed before is as it was." /SD IDOK
    Abort
place:
  Rename "$INSTDIR.new" "$INSTDIR"
  IfErrors 0 placed
    Rename "$INSTDIR.old" "$INSTDIR"
    SetErrorLevel 1
    MessageBox MB_ICONSTOP "${identity.name} could not be put in its place. What was installed before is as it was." /SD IDOK
    Abort
placed:
  RMDir /r "$INSTDIR.old"
  CreateShortcut "$SMPROGRAMS\\${identity.name}.lnk" "${program}"
  WriteRegStr HKCU "Software\\Classes\\${progId}" "" "Markdown"
  WriteRegStr HKCU "Software\\Classes\\${progId}\\shell\\open\\command" "" '"${program}" "%1"'
${opens.map((ending) => `  WriteRegStr HKCU "Software\\Classes\\${ending}\\OpenWithProgids" "${progId}" ""`).join('\n')}
  WriteRegStr HKCU "${uninstall}" "DisplayName" "${identity.name}"
  WriteRegStr HKCU "${uninstall}" "DisplayVersion" "${version}"
  WriteRegStr HKCU "${uninstall}" "DisplayIcon" "${program}"
  WriteRegStr HKCU "${uninstall}" "Publisher" "The Longhand authors"
  WriteRegStr HKCU "${uninstall}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${uninstall}" "UninstallString" '"$INSTDIR\\Uninstall.exe"'
  WriteRegStr HKCU "${uninstall}" "QuietUninstallString" '"$INSTDIR\\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${uninstall}" "NoModify" 1
  WriteRegDWORD HKCU "${uninstall}" "NoRepair" 1
SectionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.new"
FunctionEnd

Section "Uninstall"
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.old"
  ClearErrors
  Rename "$INSTDIR" "$INSTDIR.old"
  IfErrors 0 free
    SetErrorLevel 1
    MessageBox MB_ICONSTOP "${identity.name} is running. Close it and try again." /SD IDOK
    Abort
free:
  Delete "$SMPROGRAMS\\${identity.name}.lnk"
  ClearErrors
  FileOpen $0 "${command}" r
  IfErrors without
  FileRead $0 $1
  FileClose $0
  StrCmp $1 "@rem Made by ${identity.name}.$\\r$\\n" 0 without
  Delete "${command}"
without:
  DeleteRegKey HKCU "Software\\Classes\\${progId}"
${opens.map((ending) => `  DeleteRegValue HKCU "Software\\Classes\\${ending}\\OpenWithProgids" "${progId}"`).join('\n')}
  DeleteRegKey HKCU "${uninstall}"
  RMDir /r "$INSTDIR.old"
SectionEnd
`;
}
