import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks each named file against PDF/UA-1: a line a file, then its failures by rule. Exit code 1 on any. */
public class Ua {
  public static void main(String[] files) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean allGood = true;
    for (String file : files) {
      try (PDFAParser parser =
              Foundries.defaultInstance().createParser(new FileInputStream(file), PDFAFlavour.PDFUA_1);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
        ValidationResult result = validator.validate(parser);
        allGood &= result.isCompliant();
        System.out.println(file + ": " + (result.isCompliant() ? "compliant" : "FAILS"));
        Map<String, Integer> counts = new TreeMap<>();
        for (TestAssertion one : result.getTestAssertions()) {
          if (one.getStatus() == TestAssertion.Status.FAILED) {
            counts.merge(
                one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber() + " " + one.getMessage(), 1, Integer::sum);
          }
        }
        counts.forEach((rule, count) -> System.out.println("  " + count + " x " + rule));
      }
    }
    System.exit(allGood ? 0 : 1);
  }
}
