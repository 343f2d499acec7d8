// SPDX-License-Identifier: Apache-2.0

/** One way to train and apply a network, on as many images as a measurement takes. */
interface Competitor {

    /** @return some batches of training */
    Measurement train() throws Exception;

    /** @return some batches of prediction */
    Measurement predict() throws Exception;
}
