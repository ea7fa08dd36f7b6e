import 'mock-interview/inline';
