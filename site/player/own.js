// The second script: what stands on pages of its own. It comes after the first and uses its modules and its player.

import { startCards } from "./cards/session.js";
import { player } from "./main.js";
import { startOffer } from "./offline/offer.js";
import { startPlansPage } from "./plans/page.js";
import { startCertificate } from "./progress/certificate.js";
import { startOverview } from "./progress/overview.js";
import { startTransfer } from "./progress/transfer.js";
import { startScenario } from "./scenario/walk.js";
import { startWorksheet } from "./sheet/worksheet.js";

startScenario(player);
startWorksheet(player);
startPlansPage(player);
startCards(player);
startOverview(player);
startCertificate(player);
startTransfer(player);
startOffer(player);
