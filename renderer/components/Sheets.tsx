import { useStore } from 'zustand';
import { AboutSheet } from './AboutSheet.tsx';
import { BackupsSheet } from './BackupsSheet.tsx';
import { DeleteForGood } from './DeleteForGood.tsx';
import { DeleteImages } from './DeleteImages.tsx';
import { DescribeImages } from './DescribeImages.tsx';
import { DetailsSheet } from './DetailsSheet.tsx';
import { ExportedSheet } from './ExportedSheet.tsx';
import { ImagesSheet } from './ImagesSheet.tsx';
import { ImportedSheet } from './ImportedSheet.tsx';
import { ImportingSheet } from './ImportingSheet.tsx';
import { KeysSheet } from './KeysSheet.tsx';
import { LeavingSheet } from './LeavingSheet.tsx';
import { NameVersionSheet } from './NameVersionSheet.tsx';
import { Palette } from './Palette.tsx';
import { PreferencesSheet } from './PreferencesSheet.tsx';
import { ProofSheet } from './ProofSheet.tsx';
import { RescueSheet } from './RescueSheet.tsx';
import { useStudio } from './StudioContext.tsx';
import { TargetSheet } from './TargetSheet.tsx';
import { UpgradedSheet } from './UpgradedSheet.tsx';

/** The sheet that lies over the window, if there is one. */
export function Sheets() {
  const { sheets } = useStudio();
  const sheet = useStore(sheets.store, (state) => state.sheet);
  switch (sheet?.kind) {
    case 'details':
      return <DetailsSheet />;
    case 'palette':
      return <Palette />;
    case 'preferences':
      return <PreferencesSheet />;
    case 'keys':
      return <KeysSheet />;
    case 'backups':
      return <BackupsSheet />;
    case 'images':
      return <ImagesSheet />;
    case 'deleteImages':
      return <DeleteImages images={sheet.images} />;
    case 'describeImages':
      return <DescribeImages images={sheet.images} at={sheet.at} />;
    case 'about':
      return <AboutSheet />;
    case 'upgraded':
      return <UpgradedSheet copy={sheet.copy} />;
    case 'rescue':
      return <RescueSheet />;
    case 'target':
      return <TargetSheet target={sheet.target} />;
    case 'proof':
      return <ProofSheet />;
    case 'nameVersion':
      return <NameVersionSheet />;
    case 'exported':
      return <ExportedSheet report={sheet.report} />;
    case 'importing':
      return <ImportingSheet progress={sheet.progress} />;
    case 'imported':
      return <ImportedSheet report={sheet.report} />;
    case 'deleteForGood':
      return <DeleteForGood ids={sheet.ids} title={sheet.title} />;
    case 'leaving':
      return <LeavingSheet failure={sheet.failure} />;
    default:
      return null;
  }
}
