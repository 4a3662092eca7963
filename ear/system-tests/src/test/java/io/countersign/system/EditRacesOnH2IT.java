package io.countersign.system;

class EditRacesOnH2IT extends EditRaces {

    @Override
    TestServer house() {
        return TestServer.shared();
    }
}
