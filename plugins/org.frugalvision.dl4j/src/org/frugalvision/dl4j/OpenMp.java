// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.dl4j;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencl.User_func_Pointer;

/**
 * The setting of OpenMP that oneDNN follows. No preset of JavaCPP has a method for it; but with oneDNN comes the preset
 * of OpenCL, which can call any function that takes a pointer, and a whole number goes the same way to a function on
 * 64-bit Intel and AMD processors. ND4J would have a method, but costs 60 MB and half a second.
 */
public final class OpenMp {

    private static final String FUNCTION = "omp_set_num_threads";

    private OpenMp() {
    }

    /**
     * Makes every operation of oneDNN that the calling thread prepares from now on run on this thread alone. To be
     * called after oneDNN was loaded, on a 64-bit Intel or AMD processor.
     *
     * @return false if it was not possible, so that nothing has changed
     */
    public static boolean useOneThread() {
        final Pointer function = Loader.addressof(FUNCTION);
        if (function == null) {
            return false;
        }
        // JavaCPP's function pointers point to the address of the function, followed by a reference to a Java object
        try (LongPointer target = new LongPointer(function.address(), 0)) {
            new User_func_Pointer(target).call(new Whole(1));
            return true;
        } catch (LinkageError e) { // the preset of OpenCL is not there
            return false;
        }
    }

    /** A whole number in the place of an address. */
    private static final class Whole extends Pointer {

        Whole(final long value) {
            super((Pointer)null);
            address = value;
        }
    }
}
