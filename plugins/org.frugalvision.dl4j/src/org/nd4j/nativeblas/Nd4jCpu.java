// SPDX-License-Identifier: Apache-2.0
package org.nd4j.nativeblas;

/**
 * Stands where DL4J 1.0.0-M2.1 still looks for ND4J's CPU binding by name. DL4J asks the nested class by reflection
 * whether oneDNN may be used; the binding moved to another package, and without this answer DL4J silently computes
 * every convolution without oneDNN, several times slower. The names below are therefore fixed.
 */
public final class Nd4jCpu {

    private Nd4jCpu() {
    }

    /** The part of the binding's environment that DL4J asks for. */
    public static final class Environment {

        private static final Environment INSTANCE = new Environment();

        private Environment() {
        }

        /** @return the only instance */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /** @return whether ND4J's native library was built with oneDNN and may use it */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance().isUseONEDNN();
        }
    }
}
