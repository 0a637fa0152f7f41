// The second script: what stands on pages of its own. It comes after the first and uses its modules and its player.

import { startCards } from "./cards.js";
import { startCertificate } from "./certificate.js";
import { player } from "./main.js";
import { startOffer } from "./offline/offer.js";
import { startOverview } from "./overview.js";
import { startPlansPage } from "./plans/page.js";
import { startScenario } from "./scenario.js";
import { startTransfer } from "./transfer.js";
import { startWorksheet } from "./worksheet.js";

startScenario(player);
startWorksheet(player);
startPlansPage(player);
startCards(player);
startOverview(player);
startCertificate(player);
startTransfer(player);
startOffer(player);
