// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.run;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Limits of number fields, all inclusive: a dialog moves a number that is out of them to the limit. */
public final class Limits {

    /** The title of the setting that says how many threads a node uses, the same in every node. */
    public static final String THREADS = "Threads (0 = all but one)";

    /** What that setting says about itself. */
    public static final String THREADS_HELP = """
            How many processor threads the node uses. The result is the same with any number.
            """;

    private Limits() {
    }

    /** Above zero, as far as a field of inclusive limits can say it. */
    public static final class AboveZero extends MinValidation {
        @Override
        protected double getMin() {
            return 1e-9;
        }
    }

    /** At least 0.01. */
    public static final class FromHundredth extends MinValidation {
        @Override
        protected double getMin() {
            return 0.01;
        }
    }

    /** At least 0.05. */
    public static final class FromTwentieth extends MinValidation {
        @Override
        protected double getMin() {
            return 0.05;
        }
    }

    /** At least -180. */
    public static final class FromMinus180 extends MinValidation {
        @Override
        protected double getMin() {
            return -180;
        }
    }

    /** At least 1. */
    public static final class FromOne extends MinValidation {
        @Override
        protected double getMin() {
            return 1;
        }
    }

    /** At least 2. */
    public static final class FromTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    /** At least 20. */
    public static final class FromTwenty extends MinValidation {
        @Override
        protected double getMin() {
            return 20;
        }
    }

    /** At least 30. */
    public static final class FromThirty extends MinValidation {
        @Override
        protected double getMin() {
            return 30;
        }
    }

    /** Less than 1, as far as a field of inclusive limits can say it. */
    public static final class BelowOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 0.999999;
        }
    }

    /** At most 0.9. */
    public static final class UpToNineTenths extends MaxValidation {
        @Override
        protected double getMax() {
            return 0.9;
        }
    }

    /** At most 0.5. */
    public static final class UpToHalf extends MaxValidation {
        @Override
        protected double getMax() {
            return 0.5;
        }
    }

    /** At most 1. */
    public static final class UpToOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    /** At most 2. */
    public static final class UpToTwo extends MaxValidation {
        @Override
        protected double getMax() {
            return 2;
        }
    }

    /** At most 10. */
    public static final class UpToTen extends MaxValidation {
        @Override
        protected double getMax() {
            return 10;
        }
    }

    /** At most 64. */
    public static final class UpTo64 extends MaxValidation {
        @Override
        protected double getMax() {
            return 64;
        }
    }

    /** At most 100. */
    public static final class UpToHundred extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    /** At most 256. */
    public static final class UpTo256 extends MaxValidation {
        @Override
        protected double getMax() {
            return 256;
        }
    }

    /** At most 1,000. */
    public static final class UpToThousand extends MaxValidation {
        @Override
        protected double getMax() {
            return 1000;
        }
    }

    /** At most 10,000. */
    public static final class UpToTenThousand extends MaxValidation {
        @Override
        protected double getMax() {
            return 10_000;
        }
    }

    /** At most 100,000. */
    public static final class UpToHundredThousand extends MaxValidation {
        @Override
        protected double getMax() {
            return 100_000;
        }
    }

    /** At most 1,000,000. */
    public static final class UpToMillion extends MaxValidation {
        @Override
        protected double getMax() {
            return 1_000_000;
        }
    }

    /** At most 10,000,000. */
    public static final class UpToTenMillion extends MaxValidation {
        @Override
        protected double getMax() {
            return 10_000_000;
        }
    }

    /** At least -64. */
    public static final class FromMinus64 extends MinValidation {
        @Override
        protected double getMin() {
            return -64;
        }
    }

    /** Less than 100, as far as a field of inclusive limits can say it. */
    public static final class BelowHundred extends MaxValidation {
        @Override
        protected double getMax() {
            return 99.9999;
        }
    }

    /** At most 255. */
    public static final class UpTo255 extends MaxValidation {
        @Override
        protected double getMax() {
            return 255;
        }
    }

    /** At most 16,384. */
    public static final class UpTo16384 extends MaxValidation {
        @Override
        protected double getMax() {
            return 16_384;
        }
    }

    /** At most 65,536. */
    public static final class UpTo65536 extends MaxValidation {
        @Override
        protected double getMax() {
            return 65_536;
        }
    }
}
